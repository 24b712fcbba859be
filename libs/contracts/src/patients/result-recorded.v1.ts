import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';
import {
  ABNORMALITIES,
  RESULT_KINDS,
  RESULT_STATUSES,
  type Abnormality,
  type ResultKind,
  type ResultStatus,
} from '../vocabulary/results.js';

@EventContract<ResultRecordedV1>({
  subject: 'patients.result.recorded.v1',
  emittedWhen: 'A result came into a record or changed there, by correction, further values or withdrawal (PT-2).',
  key: 'patientId',
  example: {
    resultId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    kind: 'laboratory',
    status: 'final',
    abnormality: 'abnormal',
    sensitive: false,
    orderNumber: 'L20260302017',
    code: 'CBC',
    observedAt: '2026-03-02T00:10:00.000Z',
    reportedAt: '2026-03-02T02:15:00.000Z',
  },
})
export class ResultRecordedV1 {
  @IsUUID() resultId!: string;
  /** The record it belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(RESULT_KINDS) kind!: ResultKind;
  /** `withdrawn`: it holds no longer. */
  @IsIn(RESULT_STATUSES) status!: ResultStatus;
  /** The worst of its values. `normal` of a sensitive one says nothing. */
  @IsIn(ABNORMALITIES) abnormality!: Abnormality;
  /** HIV, pregnancy, psychiatry …: what was examined and how it came out is not told here (PT-9). */
  @IsBoolean() sensitive!: boolean;
  /** On the slip or label, for whoever asks by it (MS-6). */
  @IsString() @Length(1, 120) orderNumber!: string;
  /** What was examined, in the sender's code; absent of a sensitive result. */
  @IsOptional() @IsString() @Length(0, 60) code?: string;
  @IsISO8601() observedAt!: string;
  /** When the sender told what counts now. */
  @IsISO8601() reportedAt!: string;
}
