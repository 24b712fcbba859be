import { ListQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional } from 'class-validator';
import { TIMELINE_KINDS, type TimelineKind } from './timeline-kinds.js';

const OPTIONAL = { type: String, nullable: true } as const;

/** One thing that happened to a person, or with one. */
export class TimelineEntry {
  @ApiProperty({ description: 'Unique over all kinds.', example: 'encounter:0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03' })
  id!: string;
  @ApiProperty({ enum: TIMELINE_KINDS, example: 'encounter' }) kind!: TimelineKind;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) at!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it came with.' }) patientId!: string;
  @ApiProperty({
    description:
      'encounter: its class; diagnosis: ICD-10; procedure, result, imaging, medication: its code; decision: the topic; merge: its cause; fact: its ' +
      'topic; card: its level; promise: made or kept; gift: given ' +
      'or received; community: joined or left; win-back: the offer; others: the ' +
      'type of the event that told of it. Empty of what is sensitive, without patients.sensitive.read.',
    example: 'inpatient',
  })
  what!: string;
  @ApiProperty({ ...OPTIONAL, description: 'In words, or the step of a plan.', example: '呼吸内科专业' })
  title!: string | null;
  @ApiProperty({
    ...OPTIONAL,
    description:
      'encounter: its status; diagnosis: A, W or F; result, imaging: normal, abnormal, critical or ' +
      'withdrawn; medication: its use, or why it was stopped; decision: begun or ended; merge: standing or undone; fact: ' +
      'begun or ended; card: its last day; promise: open or kept; gift: standing ' +
      'or cancelled; community: how the person came, or why he left; win-back: the answer, else why it ended; others: how it ' +
      'ended, or why; complaint: the colour.',
    example: 'finished',
  })
  outcome!: string | null;
  @ApiProperty({ ...OPTIONAL, format: 'uuid', description: 'The visit or stay it belongs to.' })
  encounterId!: string | null;
  @ApiProperty({
    ...OPTIONAL,
    format: 'uuid',
    description: 'The result, drug, decision, merge, gift, community, win-back, task or plan itself.',
  })
  subjectId!: string | null;
}

export class TimelinePage {
  @ApiProperty({ type: [TimelineEntry] }) items!: TimelineEntry[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class TimelineQuery extends ListQuery {
  @ApiPropertyOptional({
    enum: TIMELINE_KINDS,
    isArray: true,
    description: 'Only these: repeated, or separated by commas.',
    example: ['encounter', 'follow-up'],
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ArrayNotEmpty()
  @ArrayMaxSize(TIMELINE_KINDS.length)
  @IsIn(TIMELINE_KINDS, { each: true })
  kinds?: TimelineKind[];
}
