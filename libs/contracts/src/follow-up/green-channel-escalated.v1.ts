import { IsBoolean, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<GreenChannelEscalatedV1>({
  subject: 'follow-up.green-channel.escalated.v1',
  emittedWhen:
    'Nobody spoke with the patient in time: the department’s director was told, once; and once more when the patient gave another high score later in a case still open (FU-4).',
  key: 'patientId',
  example: {
    caseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fc001',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    departmentCode: 'GK',
    acknowledged: true,
    escalatedAt: '2026-03-02T16:25:00+08:00',
  },
})
export class GreenChannelEscalatedV1 {
  @IsUUID() caseId!: string;
  @IsUUID() patientId!: string;
  @IsOptional() @IsUUID() planId?: string;
  @IsOptional() @IsString() @Length(1, 60) departmentCode?: string;
  /** Whether a doctor had taken it on without calling. */
  @IsBoolean() acknowledged!: boolean;
  @IsISO8601() escalatedAt!: string;
}
