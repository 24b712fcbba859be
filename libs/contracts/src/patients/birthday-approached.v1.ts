import { IsInt, IsISO8601, IsOptional, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<BirthdayApproachedV1>({
  subject: 'patients.birthday.approached.v1',
  emittedWhen: 'A birthday is some days away (PT-6): somebody should write the greeting.',
  key: 'patientId',
  example: {
    careId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    on: '2026-12-31',
    age: 77,
  },
})
export class BirthdayApproachedV1 {
  /** What was prepared for it: GET /patients/birthdays/{careId}. */
  @IsUUID() careId!: string;
  @IsUUID() patientId!: string;
  /** The day it is kept; 29 February is kept on the 28th in common years. */
  @IsISO8601() on!: string;
  /** Years the person becomes; absent when that is not known any more. */
  @IsOptional() @IsInt() @Min(0) age?: number;
}
