import { PLAN_END_REASONS, type PlanEndReason } from '#contracts';
import { ListQuery, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { Task } from '../tasks/tasks.dto.js';
import { PLAN_ANCHORS, type PlanAnchor } from '../protocols/protocol.rules.js';
import { TRAIL_EVENTS, type TrailEvent } from './chronicle.js';
import { PLAN_REMARKS, type PlanRemark } from './plan.entity.js';
import { PLAN_STATUSES, type PlanStatus } from './settlement.rules.js';

/** The reasons a person may give (FU-6); the others are facts that other events bring. */
export const STATED_REASONS = ['deceased', 'cured', 'transferred', 'refused', 'other'] as const;
export type StatedReason = (typeof STATED_REASONS)[number];

const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const ENCOUNTER = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03';

export class TrailEntry {
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:01.000Z' }) at!: string;
  @ApiProperty({ enum: TRAIL_EVENTS, example: 'created' }) what!: TrailEvent;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Step of the task concerned.' })
  step!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) reason!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) note!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account id; null for the calendar.' })
  actorId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) actorName!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'Id of the event that caused it.' })
  cause!: string | null;
}

export class Plan {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04' }) id!: string;
  @ApiProperty({ format: 'uuid', example: PATIENT, description: 'The record it began with; a merge leaves it.' })
  patientId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: ENCOUNTER, description: 'Null when at will.' })
  encounterId!: string | null;
  @ApiProperty({ enum: PLAN_ANCHORS, example: 'discharge', description: 'What its contacts are counted from.' })
  anchor!: PlanAnchor;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z', description: 'When that was.' })
  anchoredAt!: string;
  @ApiProperty({ format: 'date', example: '2026-03-02', description: 'The hospital’s day; visits count from it.' })
  anchoredOn!: string;
  @ApiProperty({ example: 1, description: 'Which discharge of the stay; grows when one was taken back; else 0.' })
  dischargeNumber!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-02T02:15:00.000Z' })
  dischargedAt!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-03-02', description: 'Of a discharge.' })
  dischargedOn!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '03.01' }) departmentCode!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '呼吸内科专业' }) departmentName!: string | null;
  @ApiProperty({ example: 'discharge-default' }) protocolCode!: string;
  @ApiProperty({ example: 1 }) protocolVersion!: number;
  @ApiProperty({ enum: PLAN_STATUSES, example: 'active', description: 'paused: the patient is in hospital again.' })
  status!: PlanStatus;
  @ApiProperty({ type: String, enum: PLAN_END_REASONS, nullable: true, example: null })
  endReason!: PlanEndReason | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) endNote!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) endedAt!: string | null;
  @ApiProperty({
    type: String,
    enum: PLAN_REMARKS,
    nullable: true,
    example: null,
    description: 'Something unusual about the date it is counted from when it arrived.',
  })
  remark!: PlanRemark | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:01.000Z' }) createdAt!: string;
  @ApiProperty({ example: 1, description: 'Grows with each change; send `If-Match: "<version>"` to change it.' })
  version!: number;
  @ApiProperty({ type: [Task], description: 'By due date.' }) tasks!: Task[];
}

export class PlanDetail extends Plan {
  @ApiProperty({ type: [TrailEntry], description: 'What happened to the plan, oldest first; never edited.' })
  trail!: TrailEntry[];
}

export class PlanPage {
  @ApiProperty({ type: [Plan] }) items!: Plan[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class PlansQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', example: PATIENT, description: 'Any id of the person, also a merged one.' })
  @IsOptional()
  @IsUUID()
  patientId?: string;
}

export class EndPlan {
  @ApiProperty({ enum: STATED_REASONS, example: 'cured' })
  @IsIn(STATED_REASONS)
  reason!: StatedReason;

  @ApiPropertyOptional({
    example: '患者已搬至外地，由当地医院随访。',
    maxLength: 2000,
    description: 'Required with `other`: which special case it is.',
  })
  @ValidateIf((body: EndPlan) => body.reason === 'other' || body.note !== undefined)
  @IsString()
  @Length(1, 2000)
  note?: string;
}
