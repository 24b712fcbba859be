import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsUUID, Max, Min } from 'class-validator';
import { IsDay } from '../calendar/is-day.js';

const ACCOUNT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10';
const PREVIEW = 'True: nothing is changed, the answer says what would be.';

export class NurseView {
  @ApiProperty({ format: 'uuid', example: ACCOUNT, description: 'Her account.' }) id!: string;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' }) memberId!: string;
  @ApiProperty({ example: '李护士' }) name!: string;
  @ApiProperty({ type: [String], example: ['wound-care'] }) skills!: string[];
  @ApiProperty({ example: true, description: 'Today, by the roster.' }) onDuty!: boolean;
  @ApiProperty({ example: 34, description: 'Open tasks dealt to her.' }) load!: number;
  @ApiProperty({ example: 5, description: 'Of these, due before today.' }) overdue!: number;
  @ApiProperty({ example: 1, description: 'Tasks in her hand now.' }) inHand!: number;
  @ApiProperty({ example: 27, description: 'Calls she made today.' }) attemptsToday!: number;
}

export class Nurses {
  @ApiProperty({ type: [NurseView], description: 'By name.' }) items!: NurseView[];
}

export class DealTasks {
  @ApiPropertyOptional({
    format: 'date',
    example: '2026-03-02',
    description: 'Those due until then; today by default.',
  })
  @Stated()
  @IsDay()
  dueUntil?: string;

  @ApiPropertyOptional({
    example: 2000,
    minimum: 1,
    maximum: 10000,
    description: 'At most so many, those due first.',
  })
  @Stated()
  @IsInt()
  @Min(1)
  @Max(10_000)
  most?: number;

  @ApiPropertyOptional({ example: true, description: PREVIEW })
  @Stated()
  @IsBoolean()
  preview?: boolean;
}

export class Reassign {
  @ApiPropertyOptional({
    format: 'uuid',
    example: ACCOUNT,
    description: 'The nurse who takes over; else they are dealt.',
  })
  @Stated()
  @IsUUID()
  to?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-03-02', description: 'Those due from then on; else all.' })
  @Stated()
  @IsDay()
  dueFrom?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-03-02', description: 'Those due until then; else all.' })
  @Stated()
  @IsDay()
  dueUntil?: string;

  @ApiPropertyOptional({ example: true, description: PREVIEW })
  @Stated()
  @IsBoolean()
  preview?: boolean;
}

export class NurseShare {
  @ApiProperty({ format: 'uuid', example: ACCOUNT }) nurseId!: string;
  @ApiProperty({ example: '李护士' }) name!: string;
  @ApiProperty({ example: 12, description: 'Open tasks she had before.' }) before!: number;
  @ApiProperty({ example: 22 }) added!: number;
}

export class LeftTasks {
  @ApiProperty({ type: String, nullable: true, example: 'diabetes' }) skill!: string | null;
  @ApiProperty({ example: 3 }) count!: number;
}

export class DealtTaskView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05' }) taskId!: string;
  @ApiProperty({ format: 'uuid', example: ACCOUNT }) nurseId!: string;
  @ApiProperty({ example: 12, description: 'Open tasks she had then: nobody able had fewer.' }) load!: number;
  @ApiProperty({ example: 4, description: 'Nurses with the skill.' }) able!: number;
}

export class DealingAnswer {
  @ApiProperty({ example: false, description: 'True: nothing was changed.' }) preview!: boolean;
  @ApiProperty({ example: true, description: 'False: the roster names no nurse today, all were considered.' })
  byRoster!: boolean;
  @ApiProperty({ example: 120 }) dealt!: number;
  @ApiProperty({ type: [NurseShare], description: 'Who got some.' }) shares!: NurseShare[];
  @ApiProperty({
    type: [LeftTasks],
    description: 'For which nobody considered has the skill: they wait for whoever gets it.',
  })
  left!: LeftTasks[];
  @ApiProperty({ type: [DealtTaskView], description: 'Why each went where, of the first 200.' })
  reasons!: DealtTaskView[];
}
