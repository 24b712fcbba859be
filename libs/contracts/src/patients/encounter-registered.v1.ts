import { IsArray, IsBoolean, IsISO8601, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

@EventContract<EncounterRegisteredV1>({
  subject: 'patients.encounter.registered.v1',
  emittedWhen: 'An outpatient, emergency or examination visit begins.',
  key: 'patientId',
  example: {
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    class: 'outpatient',
    departmentCode: '03.01',
    departmentName: '呼吸内科专业',
    startedAt: '2026-03-02T08:30:00+08:00',
    diagnosisCodes: ['J18.9'],
    ageYears: 57,
    keyPatient: false,
  },
})
export class EncounterRegisteredV1 {
  @IsUUID() encounterId!: string;
  /** The record the visit belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(ENCOUNTER_CLASSES) class!: EncounterClass;
  @IsOptional() @IsString() @Length(0, 60) departmentCode?: string;
  @IsOptional() @IsString() @Length(0, 120) departmentName?: string;
  @IsISO8601() startedAt!: string;
  /** ICD-10, as far as the registration names any. */
  @IsOptional() @IsArray() @IsString({ each: true }) diagnosisCodes?: string[];
  /** In full years on the day of the visit; absent without a birth date. */
  @IsOptional() @IsInt() @Min(0) ageYears?: number;
  /** 重点患者: has the tag `disease.key-patient`. */
  @IsOptional() @IsBoolean() keyPatient?: boolean;
}
