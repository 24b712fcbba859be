import { ApiProperty } from '@nestjs/swagger';
import { ConsumerState } from './redelivery.dto.js';

/** The parts of an overview that are read one by one. */
export const OVERVIEW_PARTS = ['parked', 'outbox', 'consumers', 'jobs', 'deadlines', 'backup'] as const;
export type OverviewPart = (typeof OVERVIEW_PARTS)[number];

const TIME = { type: String, format: 'date-time', nullable: true } as const;

export class ParkedKind {
  @ApiProperty({ example: 'patients' }) stream!: string;
  @ApiProperty({ example: 'patients.encounter.discharged.v1', description: 'The type of the events.' })
  subject!: string;
  @ApiProperty({ example: 'contract', description: 'Why they could not be handled.' }) reason!: string;
  @ApiProperty({ example: 2 }) events!: number;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:10:00.000Z' }) oldestAt!: string;
}

export class ParkedOverview {
  @ApiProperty({ example: 2, description: 'Events that wait for a person, counted up to 10,000.' }) events!: number;
  @ApiProperty({ ...TIME, example: '2026-11-22T02:10:00.000Z' }) oldestAt!: string | null;
  @ApiProperty({ type: [ParkedKind], description: 'The 50 most frequent.' }) kinds!: ParkedKind[];
}

export class OutboxOverview {
  @ApiProperty({ example: 0, description: 'Events not yet published, counted up to 100,000.' }) unpublished!: number;
  @ApiProperty({ example: 0, description: 'How old the oldest of them is, in seconds; 0 without any.' })
  oldestAgeSeconds!: number;
}

export class JobsOverview {
  @ApiProperty({ example: 'platform.retention', description: 'The kind of job.' }) job!: string;
  @ApiProperty({ example: 0, description: 'Nobody took them yet, or their next attempt comes.' }) waiting!: number;
  @ApiProperty({ example: 1 }) running!: number;
  @ApiProperty({ example: 0, description: 'No attempt is left: a person decides.' }) failed!: number;
  @ApiProperty({ ...TIME, description: 'Of a scheduled kind: when one is enqueued next.' }) nextAt!: string | null;
  @ApiProperty({ ...TIME, description: 'Of a scheduled kind: when one last succeeded; null: none ever did.' })
  lastSuccessAt!: string | null;
}

export class DeadlinesOverview {
  @ApiProperty({ example: 'follow-up.task.lapse', description: 'What falls due.' }) source!: string;
  @ApiProperty({ example: 0, description: 'Due and not worked off, counted up to 10,000.' }) due!: number;
  @ApiProperty({ example: 0, description: 'How long the oldest of it is due, in seconds.' }) overdueSeconds!: number;
}

export class BackupOverview {
  @ApiProperty({ ...TIME, example: '2026-11-22T02:00:00.000Z', description: 'Null: `npm run backup` never ran.' })
  takenAt!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 30_600, description: 'How old it is.' })
  ageSeconds!: number | null;
}

/** What could not be read in time is null and named in `unread`. */
export class ServiceOverview {
  @ApiProperty({ example: 'patients' }) service!: string;
  @ApiProperty({ example: '0.1.0' }) version!: string;
  @ApiProperty({ type: String, nullable: true, example: '1f3c0de', description: 'BUILD_COMMIT, when it was set.' })
  commit!: string | null;
  @ApiProperty({ format: 'date-time', description: 'When the process that answers began.' }) startedAt!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { database: 'ok', nats: 'timed out' },
    description: 'What the service needs: `ok`, or why it fails.',
  })
  checks!: Record<string, string>;
  @ApiProperty({ type: ParkedOverview, nullable: true }) parked!: ParkedOverview | null;
  @ApiProperty({ type: OutboxOverview, nullable: true }) outbox!: OutboxOverview | null;
  @ApiProperty({ type: [ConsumerState], nullable: true, description: 'Each stream that it reads.' })
  consumers!: ConsumerState[] | null;
  @ApiProperty({ type: [JobsOverview], nullable: true }) jobs!: JobsOverview[] | null;
  @ApiProperty({ type: [DeadlinesOverview], nullable: true }) deadlines!: DeadlinesOverview[] | null;
  @ApiProperty({ type: BackupOverview, nullable: true }) backup!: BackupOverview | null;
  @ApiProperty({
    enum: OVERVIEW_PARTS,
    isArray: true,
    example: [],
    description: 'Parts that could not be read in time.',
  })
  unread!: OverviewPart[];
}
