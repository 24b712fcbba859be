import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { COMPLAINT_CALL_OUTCOMES, type ComplaintCallOutcome } from '../vocabulary/complaint-calls.js';

@EventContract<ComplaintCallEndedV1>({
  subject: 'follow-up.complaint-call.ended.v1',
  emittedWhen:
    'A complainant was asked whether the complaint was settled well, or could not be; again when the answer is corrected (CP-4).',
  key: 'patientId',
  example: {
    callId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd001',
    ticketId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd002',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    taskId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    responseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41',
    outcome: 'unsatisfied',
    endedAt: '2026-03-06T10:00:00+08:00',
  },
})
export class ComplaintCallEndedV1 {
  @IsUUID() callId!: string;
  @IsUUID() ticketId!: string;
  @IsUUID() patientId!: string;
  /** Absent when nobody may call the patient. */
  @IsOptional() @IsUUID() taskId?: string;
  /** What the patient answered. */
  @IsOptional() @IsUUID() responseId?: string;
  @IsIn(COMPLAINT_CALL_OUTCOMES) outcome!: ComplaintCallOutcome;
  @IsISO8601() endedAt!: string;
}
