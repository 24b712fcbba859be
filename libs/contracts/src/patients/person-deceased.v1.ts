import { IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PersonDeceasedV1>({
  subject: 'patients.person.deceased.v1',
  emittedWhen: 'A person is reported dead (PT-11): every contact stops at once.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    deceasedAt: '2026-03-02T10:15:00+08:00',
  },
})
export class PersonDeceasedV1 {
  @IsUUID() patientId!: string;
  /** Absent when the sender does not know. */
  @IsOptional() @IsISO8601() deceasedAt?: string;
}
