import { IsISO8601, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

@EventContract<EncounterAdmittedV1>({
  subject: 'patients.encounter.admitted.v1',
  emittedWhen: 'A patient is admitted to the ward.',
  key: 'patientId',
  example: {
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    class: 'inpatient',
    departmentCode: '03.01',
    departmentName: '呼吸内科专业',
    admittedAt: '2026-02-21T09:00:00+08:00',
  },
})
export class EncounterAdmittedV1 {
  @IsUUID() encounterId!: string;
  /** The record the visit belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(ENCOUNTER_CLASSES) class!: EncounterClass;
  @IsOptional() @IsString() @Length(0, 60) departmentCode?: string;
  @IsOptional() @IsString() @Length(0, 120) departmentName?: string;
  @IsISO8601() admittedAt!: string;
  /** When the visit began that turned into this stay, for instance in emergency; absent when the stay is its beginning. */
  @IsOptional() @IsISO8601() startedAt?: string;
}
