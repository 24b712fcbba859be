import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

export const JOB_STATES = ['waiting', 'retrying', 'running', 'completed', 'cancelled', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

const STATE_MEANINGS =
  'waiting: nobody took it yet; retrying: an attempt failed, the next one comes; running; completed; cancelled: by a ' +
  'person, or a failed one that was discarded; failed: no attempt is left, a person decides';

export class JobsQuery {
  @ApiPropertyOptional({ enum: JOB_STATES, description: `Only jobs in this state. ${STATE_MEANINGS}.` })
  @IsOptional()
  @IsIn(JOB_STATES)
  state?: JobState;

  @ApiPropertyOptional({ description: 'Only jobs of this kind.', example: 'platform.retention' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  cursor?: string;
}

export class JobSummary {
  @ApiProperty({ format: 'uuid', example: '019aa2b4-7c1e-7d3a-9b61-2f6f3f5c8a10' }) id!: string;
  @ApiProperty({ example: 'platform.retention' }) name!: string;
  @ApiProperty({ enum: JOB_STATES, example: 'failed', description: STATE_MEANINGS }) state!: JobState;
  @ApiProperty({ example: 2, description: 'Attempts that were begun; 0 while nobody took it.' }) attempts!: number;
  @ApiProperty({ example: 5, description: 'Attempts there will be at most.' }) attemptLimit!: number;
  @ApiProperty({ example: 0, description: 'Higher goes first.' }) priority!: number;
  @ApiProperty({ type: String, nullable: true, description: 'What must be unique among its kind.' })
  singletonKey!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T03:10:00.000Z' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', description: 'Not before this time; in the future after a failed attempt.' })
  startAfter!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of the latest attempt.' })
  startedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
}

export class JobPage {
  @ApiProperty({ type: [JobSummary] }) items!: JobSummary[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class JobDetail extends JobSummary {
  @ApiProperty({ type: Object, description: 'Ids and settings, no personal data.', example: {} })
  payload!: object;
  @ApiProperty({ type: String, nullable: true, description: 'The account that asked for it; null: the service did.' })
  requestedBy!: string | null;
  @ApiProperty({ example: 'b1946ac9-4f5d-4c0a-9f0e-6c5f5d7f2a11', description: 'Finds it in the logs.' })
  requestId!: string;
  @ApiProperty({ type: Object, nullable: true, example: { rule: 'outbox', removed: 12_000 } })
  progress!: object | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) progressAt!: string | null;
  @ApiProperty({ type: Object, nullable: true, description: 'The result, or the error of the latest attempt.' })
  output!: object | null;
}

export class DiscardJob {
  @ApiProperty({ description: 'Why nobody needs it; kept as long as the job.', example: 'Imported by hand instead.' })
  @IsString()
  @Length(3, 1000)
  reason!: string;
}

export class JobScheduleView {
  @ApiProperty({ example: 'platform.retention' }) name!: string;
  @ApiProperty({ example: '10 3 * * *', description: 'Minute, hour, day, month, weekday.' }) cron!: string;
  @ApiProperty({ example: 'Asia/Shanghai' }) zone!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T19:10:00.000Z' }) nextAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: none ever did.' })
  lastSuccessAt!: string | null;
}

export class JobScheduleList {
  @ApiProperty({ type: [JobScheduleView] }) items!: JobScheduleView[];
}
