import { IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<ComplaintCallRequestedV1>({
  subject: 'complaints.call.requested.v1',
  emittedWhen:
    'A complaint of a patient was closed, and the patient is to be asked whether it was settled well (CP-4).',
  key: 'patientId',
  example: {
    callId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd001',
    ticketId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd002',
    ticketNumber: 'T2026-000123',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    requestedAt: '2026-03-05T15:00:00+08:00',
  },
})
export class ComplaintCallRequestedV1 {
  /** One a closing: a ticket that was reopened and closed again asks anew. */
  @IsUUID() callId!: string;
  @IsUUID() ticketId!: string;
  /** The ticket in the words of who calls. */
  @IsString() @Length(1, 60) ticketNumber!: string;
  @IsUUID() patientId!: string;
  @IsISO8601() requestedAt!: string;
  /** The visit it was about. */
  @IsOptional() @IsUUID() encounterId?: string;
}
