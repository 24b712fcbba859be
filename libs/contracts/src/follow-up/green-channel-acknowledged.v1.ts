import { IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<GreenChannelAcknowledgedV1>({
  subject: 'follow-up.green-channel.acknowledged.v1',
  emittedWhen: 'A doctor took on a green-channel case; the call itself is still to be made (FU-4).',
  key: 'patientId',
  example: {
    caseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fc001',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    by: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    acknowledgedAt: '2026-03-02T16:21:10+08:00',
  },
})
export class GreenChannelAcknowledgedV1 {
  @IsUUID() caseId!: string;
  @IsUUID() patientId!: string;
  @IsOptional() @IsUUID() planId?: string;
  /** The account, also of an acknowledgement in the inbox of notifications. */
  @IsString() @Length(1, 80) by!: string;
  @IsISO8601() acknowledgedAt!: string;
}
