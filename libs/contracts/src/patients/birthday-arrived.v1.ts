import { Type } from 'class-transformer';
import { IsArray, IsInt, IsISO8601, IsOptional, IsUUID, Min, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { FamilyRecipient } from './family-recipient.js';

@EventContract<BirthdayArrivedV1>({
  subject: 'patients.birthday.arrived.v1',
  emittedWhen: 'A birthday has come (PT-6): once a person and year, not for the dead nor for whom nobody may contact.',
  key: 'patientId',
  example: {
    careId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    on: '2026-12-31',
    age: 77,
    recipients: [{ reason: 'self', patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01' }],
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
  /**
   * Who gets the greeting now (PT-7): of a child the guardians, and nobody while none is named. Absent in events from
   * before there were families: the patient then.
   */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => FamilyRecipient) recipients?: FamilyRecipient[];
}
