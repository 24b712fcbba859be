import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';

export const REPORT_GROUPS = ['department', 'colour', 'kind', 'channel', 'cause'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ReportQuery {
  @ApiProperty({ format: 'date', example: '2026-11-01', description: 'First day, of the hospital’s zone.' })
  @Matches(DAY, { message: 'calendar-day' })
  @IsISO8601({ strict: true }, { message: 'calendar-day' })
  from!: string;

  @ApiProperty({ format: 'date', example: '2026-11-30', description: 'Last day, included; 366 days at most.' })
  @Matches(DAY, { message: 'calendar-day' })
  @IsISO8601({ strict: true }, { message: 'calendar-day' })
  to!: string;

  @ApiPropertyOptional({ enum: REPORT_GROUPS, example: 'department', description: 'Adds the figures of each group.' })
  @IsOptional()
  @IsIn(REPORT_GROUPS)
  by?: ReportGroup;
}

export class ReportFigures {
  @ApiProperty({
    description: 'Tickets received in the period; merged ones count as the one they went into.',
    example: 84,
  })
  received!: number;
  @ApiProperty({ description: 'Of these, solved and not taken up again.', example: 76 }) solved!: number;
  @ApiProperty({ description: 'Of these, ended without a solution, with a reason.', example: 2 }) stopped!: number;
  @ApiProperty({ description: 'Of these, still at work.', example: 6 }) atWork!: number;
  @ApiProperty({ description: '及时: closed before the colour’s limit was over (CP-1).', example: 70 }) inTime!: number;
  @ApiProperty({ description: '超时: the limit was over before it was closed, or is over by now.', example: 8 })
  late!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'inTime ÷ (inTime + late).', example: 0.8974 })
  inTimeRate!: number | null;
  @ApiProperty({ description: 'Taken up again at least once.', example: 3 }) reopened!: number;
  @ApiProperty({ description: 'Known patients who complained.', example: 50 }) complainants!: number;
  @ApiProperty({
    description:
      'Of these, had a visit that began within 180 days of the complaint. Counted are visits told after the complaint was entered: a letter received on Monday and entered on Friday loses the visit of Wednesday.',
    example: 21,
  })
  returned!: number;
  @ApiProperty({ type: Number, nullable: true, description: '回头率: returned ÷ complainants.', example: 0.42 })
  returnRate!: number | null;
}

export class ReportGroupFigures extends ReportFigures {
  @ApiProperty({ type: String, nullable: true, description: 'The group; null: not stated.', example: 'XXGNK' })
  key!: string | null;
}

export class ComplaintsReport {
  @ApiProperty({ format: 'date-time', example: '2026-11-22T11:00:00.000Z' }) at!: string;
  @ApiProperty({ type: ReportFigures }) whole!: ReportFigures;
  @ApiProperty({ type: [ReportGroupFigures], description: 'The largest first; empty without `by`.' })
  groups!: ReportGroupFigures[];
}
