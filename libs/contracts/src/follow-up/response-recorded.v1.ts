import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { EventContract } from '../event-contract.js';
import { RESPONSE_CHANNELS, type ResponseChannel } from '../vocabulary/responses.js';

/** What one question or group counted. */
export class RecordedScore {
  /** Of the question or group. */
  @IsString() @Length(1, 60) linkId!: string;
  /** `nps`: how likely the patient is to recommend us, 0 to 10. */
  @IsIn(['question', 'group', 'nps']) kind!: 'question' | 'group' | 'nps';
  @IsNumber() score!: number;
}

@EventContract<ResponseRecordedV1>({
  subject: 'follow-up.response.recorded.v1',
  emittedWhen: 'Answers to a questionnaire were recorded, or recorded anew in place of earlier ones (FU-8).',
  key: 'patientId',
  example: {
    responseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41',
    questionnaireCode: 'discharge-follow-up',
    questionnaireVersion: 1,
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    taskId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    departmentCode: 'XXGNK',
    channel: 'phone',
    recordedAt: '2026-03-05T15:00:00+08:00',
    score: 3,
    scores: [{ linkId: 'recovery', kind: 'question', score: 3 }],
    flags: ['fever'],
  },
})
export class ResponseRecordedV1 {
  @IsUUID() responseId!: string;
  @IsString() @Length(1, 60) questionnaireCode!: string;
  @IsInt() @Min(1) questionnaireVersion!: number;
  @IsUUID() patientId!: string;
  @IsOptional() @IsUUID() encounterId?: string;
  @IsOptional() @IsUUID() planId?: string;
  @IsOptional() @IsUUID() taskId?: string;
  /** The sample of a survey that asked for it. */
  @IsOptional() @IsUUID() sampleId?: string;
  @IsOptional() @IsString() @Length(1, 60) departmentCode?: string;
  /** The member of staff it is about. */
  @IsOptional() @IsUUID() staffMemberId?: string;
  @IsIn(RESPONSE_CHANNELS) channel!: ResponseChannel;
  @IsISO8601() recordedAt!: string;
  /** In all; absent when the questionnaire counts nothing. */
  @IsOptional() @IsNumber() score?: number;
  @IsArray() @ArrayMaxSize(400) @ValidateNested({ each: true }) @Type(() => RecordedScore) scores!: RecordedScore[];
  /** Keys of what the answers set going, without what is confidential. */
  @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 60, { each: true }) flags!: string[];
  /** The response in whose place it stands from now on. */
  @IsOptional() @IsUUID() amends?: string;
}
