import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { GROUPINGS, type Grouping, type Share } from './indicator.rules.js';
import { COMPARISONS, type Comparison } from './period.rules.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORKED = { numerator: 180, denominator: 200, value: 0.9 };

export class PeriodQuery {
  @ApiProperty({ format: 'date', example: '2026-11-01', description: 'First day, of the hospital’s zone.' })
  @Matches(DAY, { message: 'calendar-day' })
  @IsISO8601({ strict: true }, { message: 'calendar-day' })
  from!: string;

  @ApiProperty({ format: 'date', example: '2026-11-30', description: 'Last day, included; 366 days at most.' })
  @Matches(DAY, { message: 'calendar-day' })
  @IsISO8601({ strict: true }, { message: 'calendar-day' })
  to!: string;
}

export class StatisticsQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: GROUPINGS, example: 'department', description: 'Adds the figures of each group.' })
  @IsOptional()
  @IsIn(GROUPINGS)
  by?: Grouping;

  @ApiPropertyOptional({
    enum: COMPARISONS,
    example: 'previous-period',
    description: 'Adds the whole’s figures of the same elapsed days before, counted until as long after their end.',
  })
  @IsOptional()
  @IsIn(COMPARISONS)
  comparedWith?: Comparison;
}

export class Indicator implements Share {
  @ApiProperty({ example: 180 }) numerator!: number;
  @ApiProperty({ example: 200 }) denominator!: number;
  @ApiProperty({ type: Number, nullable: true, example: 0.9, description: 'Null when the denominator is 0.' })
  value!: number | null;
}

export class FollowUpFigures {
  @ApiProperty({ type: Indicator, example: WORKED, description: '任务完成率: tasks done ÷ tasks due in the period.' })
  taskCompletion!: Indicator;
  @ApiProperty({
    type: Indicator,
    nullable: true,
    example: WORKED,
    description:
      '随访率: stays with a contact after the discharge ÷ stays discharged alive. Null by nurse and by kind.',
  })
  followUpRate!: Indicator | null;
  @ApiProperty({ type: Indicator, example: WORKED, description: 'Calls that reached the patient ÷ calls ended.' })
  reachRate!: Indicator;
  @ApiProperty({ type: Indicator, example: WORKED, description: 'Tasks due and still open afterwards ÷ tasks due.' })
  overdue!: Indicator;
  @ApiProperty({ type: Indicator, example: WORKED, description: 'Tasks due that nobody did in time ÷ tasks due.' })
  lapsed!: Indicator;
  @ApiProperty({
    type: Indicator,
    example: { numerator: 300, denominator: 200, value: 1.5 },
    description: 'Contacts in the period ÷ patients with one.',
  })
  contactsPerPatient!: Indicator;
  @ApiProperty({
    type: Indicator,
    example: { numerator: 1_400, denominator: 100, value: 14 },
    description: 'Days between contacts of one patient ÷ such intervals.',
  })
  contactInterval!: Indicator;
}

export class FollowUpGroup extends FollowUpFigures {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '03.01',
    description:
      'Account of the nurse, code of the department or protocol, after-service or after-problem; null: none.',
  })
  key!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '呼吸内科专业' }) name!: string | null;
}

export class CountedFigures extends FollowUpFigures {
  @ApiProperty({ format: 'date', example: '2026-10-01' }) from!: string;
  @ApiProperty({ format: 'date', example: '2026-10-22', description: 'The last day that has begun.' }) to!: string;
  @ApiProperty({ format: 'date', example: '2026-10-22', description: 'Contacts until the end of this day count.' })
  countedTo!: string;
}

export class FollowUpStatistics {
  @ApiProperty({ format: 'date', example: '2026-11-01' }) from!: string;
  @ApiProperty({ format: 'date', example: '2026-11-30' }) to!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:15:00.000Z', description: 'When it was counted.' })
  asOf!: string;
  @ApiProperty({ example: 'Asia/Shanghai', description: 'Whose days these are.' }) zone!: string;
  @ApiProperty({ type: CountedFigures, nullable: true, description: 'Null for a period that has not begun.' })
  whole!: CountedFigures | null;
  @ApiProperty({ type: CountedFigures, nullable: true, description: 'Null unless asked for.' })
  compared!: CountedFigures | null;
  @ApiProperty({ type: [FollowUpGroup], description: 'Empty unless asked for.' }) groups!: FollowUpGroup[];
}
