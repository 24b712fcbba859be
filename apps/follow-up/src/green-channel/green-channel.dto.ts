import { GREEN_CHANNEL_OUTCOMES, RESPONSE_CHANNELS, type GreenChannelOutcome, type ResponseChannel } from '#contracts';
import { ListQuery, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { CASE_STATUSES, DOCTOR_CALLS, type CaseStatus, type DoctorCall } from './green-channel.rules.js';

const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class GreenChannelCase {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fc001' }) id!: string;
  @ApiProperty({ format: 'uuid', example: PATIENT, description: 'The record it began with; a merge leaves it.' })
  patientId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03' })
  encounterId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04' })
  planId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05' })
  taskId!: string | null;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fc101', description: 'The first answer.' })
  responseId!: string;
  @ApiProperty({ type: String, nullable: true, example: 'GK' }) departmentCode!: string | null;
  @ApiProperty({ example: 7, description: 'Pain from 0 to 10; the highest while it was open.' }) score!: number;
  @ApiProperty({ enum: RESPONSE_CHANNELS, example: 'link', description: 'How the first score came.' })
  channel!: ResponseChannel;
  @ApiProperty({ enum: CASE_STATUSES, example: 'open', description: '`open` until a doctor spoke with the patient.' })
  status!: CaseStatus;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T08:20:00.000Z' }) openedAt!: string;
  @ApiProperty({
    ...MOMENT,
    example: '2026-03-02T08:25:00.000Z',
    description: 'When it escalates; null once it has, until another high score.',
  })
  dueAt!: string | null;
  @ApiProperty({ ...MOMENT, example: null }) acknowledgedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account id.' })
  acknowledgedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) acknowledgedByName!: string | null;
  @ApiProperty({ ...MOMENT, example: null, description: 'When the director was told last.' }) escalatedAt!:
    string | null;
  @ApiProperty({ example: 0, description: 'Calls of a doctor that nobody answered.' }) unansweredCalls!: number;
  @ApiProperty({ type: String, enum: GREEN_CHANNEL_OUTCOMES, nullable: true, example: null })
  outcome!: GreenChannelOutcome | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: null,
    description: 'Of a case closed as `merged`: the case that goes on for the person; taken back with the merge.',
  })
  mergedInto!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) note!: string | null;
  @ApiProperty({ ...MOMENT, example: null }) closedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account id.' }) closedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) closedByName!: string | null;
}

export class GreenChannelCasePage {
  @ApiProperty({ type: [GreenChannelCase] }) items!: GreenChannelCase[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class GreenChannelQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', example: PATIENT, description: 'Any id of the person, also a merged one.' })
  @IsOptional()
  @IsUUID()
  patientId?: string;
}

export class RecordDoctorCall {
  @ApiProperty({
    enum: DOCTOR_CALLS,
    example: 'advised',
    description: 'What came of it. `no-answer` leaves the case open, and its time goes on.',
  })
  @IsIn(DOCTOR_CALLS)
  outcome!: DoctorCall;

  @ApiPropertyOptional({ example: '调整止痛药，明日复诊。', maxLength: 2000 })
  @Stated()
  @IsString()
  @Length(1, 2000)
  note?: string;
}
