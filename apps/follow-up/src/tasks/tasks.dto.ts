import { ListQuery, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import {
  TASK_KINDS,
  TASK_MODES,
  CALL_ENDS,
  TASK_OUTCOMES,
  TASK_STATUSES,
  type TaskKind,
  type TaskMode,
  type TaskOutcome,
  type TaskStatus,
} from './task.rules.js';

const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const ENCOUNTER = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03';
const PLAN = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04';
const STATUS_MEANS =
  'planned: waits for its window, or for its plan to go on. cancelled: closed with its plan or stay, for `closeReason`.';

export class Task {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: PLAN, description: 'Null outside plans.' })
  planId!: string | null;
  @ApiProperty({ format: 'uuid', example: PATIENT, description: 'The record it began with; a merge leaves it.' })
  patientId!: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: ENCOUNTER,
    description: 'Null when about none.',
  })
  encounterId!: string | null;
  @ApiProperty({ enum: TASK_KINDS, example: 'visit' }) kind!: TaskKind;
  @ApiProperty({ enum: TASK_MODES, example: 'call', description: 'form: a questionnaire by link; letter: on paper.' })
  mode!: TaskMode;
  @ApiProperty({ type: String, nullable: true, example: 'discharge-follow-up', description: 'What is asked.' })
  questionnaireCode!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: null, description: 'Null: the newest when it is asked.' })
  questionnaireVersion!: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'wound-care', description: 'Skill of the staff member.' })
  skill!: string | null;
  @ApiProperty({ example: 'visit-1', description: 'Key of the protocol’s step.' }) step!: string;
  @ApiProperty({ example: '第一次回访（出院第1周）' }) nameZh!: string;
  @ApiProperty({ example: 'Visit 1 (week 1)' }) nameEn!: string;
  @ApiProperty({ enum: TASK_STATUSES, example: 'open', description: STATUS_MEANS }) status!: TaskStatus;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The task of another plan that stands for this one (FU-3): done counts for both. It waits as planned.',
  })
  joinedTo!: string | null;
  @ApiProperty({ format: 'date', example: '2026-03-02', description: 'First day; it opens at 00:00 there.' })
  opensOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-03-09' }) dueOn!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-03-16',
    description: 'Last day on which it can be done; it lapses when this day ends.',
  })
  lapsesOn!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'The moment it opens; null for 00:00 of `opensOn`.',
  })
  opensAt!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'The moment it is due, for a step counted in hours.',
  })
  dueAt!: string | null;
  @ApiProperty({ type: String, enum: TASK_OUTCOMES, nullable: true, example: null }) outcome!: TaskOutcome | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) note!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) completedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account id.' }) completedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) completedByName!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why it was cancelled.' })
  closeReason!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account of the nurse it was dealt to.' })
  assignedTo!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account of the nurse who has it in hand.' })
  claimedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null, description: 'Then others get it.' })
  claimedUntil!: string | null;
  @ApiProperty({ example: 0, description: 'How often somebody tried to reach the patient.' }) attempts!: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'Not called before: after no answer, or at times the patient declared.',
  })
  readyAt!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When the patient was promised a call.',
  })
  promisedAt!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null, description: 'Of a letter.' })
  letterSentOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null, description: 'Of a letter.' })
  letterReturnedOn!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When somebody was told that it is overdue, as its protocol’s `escalation` says.',
  })
  escalatedAt!: string | null;
  @ApiProperty({ example: 1, description: 'Grows with each change; send `If-Match: "<version>"` to change it.' })
  version!: number;
}

export class TaskPage {
  @ApiProperty({ type: [Task] }) items!: Task[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class TasksQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', example: PATIENT, description: 'Any id of the person, also a merged one.' })
  @IsOptional()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({
    example: 'me',
    description: 'Tasks dealt to this nurse: the id of her account, or `me`.',
    pattern: '^(me|[0-9a-f-]{36})$',
  })
  @IsOptional()
  @Matches(/^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  assignedTo?: string;

  @ApiPropertyOptional({ enum: ['true'], example: 'true', description: 'Open tasks that were due before today only.' })
  @IsOptional()
  @IsIn(['true'])
  overdue?: 'true';
}

export class CompleteTask {
  @ApiProperty({
    enum: CALL_ENDS,
    example: 'reached',
    description: 'How it ended. A busy line or a call put off is an attempt and leaves the task open.',
  })
  @IsIn(CALL_ENDS)
  outcome!: (typeof CALL_ENDS)[number];

  @ApiPropertyOptional({ example: '恢复良好，伤口已愈合。', maxLength: 2000 })
  @Stated()
  @IsString()
  @Length(1, 2000)
  note?: string;
}
