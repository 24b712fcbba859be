import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { MEDICATION_STOPS, MEDICATION_USES, type MedicationStop, type MedicationUse } from '../vocabulary/results.js';

@EventContract<MedicationChangedV1>({
  subject: 'patients.medication.changed.v1',
  emittedWhen: 'A drug of a record was ordered, handed out, changed or stopped (PT-2).',
  key: 'patientId',
  example: {
    medicationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    stopped: false,
    sensitive: false,
    code: 'XC09AA01',
    name: '阿司匹林肠溶片 100mg',
    use: 'discharge',
    startsAt: '2026-03-02T02:15:00.000Z',
    endsAt: '2026-04-01T02:15:00.000Z',
  },
})
export class MedicationChangedV1 {
  @IsUUID() medicationId!: string;
  /** The record it belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsBoolean() stopped!: boolean;
  @IsOptional() @IsIn(MEDICATION_STOPS) stopReason?: MedicationStop;
  /** Which drug it is must not be told to the person's family or in a message; code and name are absent (PT-9). */
  @IsBoolean() sensitive!: boolean;
  @IsOptional() @IsString() @Length(0, 60) code?: string;
  @IsOptional() @IsString() @Length(0, 300) name?: string;
  @IsOptional() @IsIn(MEDICATION_USES) use?: MedicationUse;
  @IsOptional() @IsISO8601() startsAt?: string;
  /** When what was ordered or handed out last is used up, as far as anybody said: refill reminders (MS-4). */
  @IsOptional() @IsISO8601() endsAt?: string;
  @IsOptional() @IsISO8601() dispensedAt?: string;
}
