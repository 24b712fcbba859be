import { IsInt, IsISO8601, IsOptional, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<BirthdayArrivedV1>({
  subject: 'patients.birthday.arrived.v1',
  emittedWhen: 'A birthday has come (PT-6): once a person and year, not for the dead nor for whom nobody may contact.',
  key: 'patientId',
  example: {
    careId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    on: '2026-12-31',
    age: 77,
  },
})
export class BirthdayArrivedV1 {
  /** What was prepared for it: GET /patients/birthdays/{careId}. */
  @IsUUID() careId!: string;
  @IsUUID() patientId!: string;
  /** The day it is kept; 29 February is kept on the 28th in common years. */
  @IsISO8601() on!: string;
  /** Years the person becomes; absent when that is not known any more. */
  @IsOptional() @IsInt() @Min(0) age?: number;
}
