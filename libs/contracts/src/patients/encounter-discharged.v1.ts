import { IsArray, IsBoolean, IsISO8601, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

@EventContract<EncounterDischargedV1>({
  subject: 'patients.encounter.discharged.v1',
  emittedWhen: 'A stay ends by discharge, once for each discharge of the stay.',
  key: 'patientId',
  example: {
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    class: 'inpatient',
    dischargeNumber: 1,
    dischargedAt: '2026-03-02T10:15:00+08:00',
    departmentCode: '03.01',
    departmentName: '呼吸内科专业',
    diagnosisCodes: ['J18.9'],
    procedureCodes: [],
    deceased: false,
    ageYears: 57,
    keyPatient: false,
  },
})
export class EncounterDischargedV1 {
  @IsUUID() encounterId!: string;
  /** The record the visit belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(ENCOUNTER_CLASSES) class!: EncounterClass;
  /** 1 for the first discharge of this stay; grows when a cancelled discharge is made again. */
  @IsInt() @Min(0) dischargeNumber!: number;
  @IsISO8601() dischargedAt!: string;
  @IsOptional() @IsString() @Length(0, 60) departmentCode?: string;
  @IsOptional() @IsString() @Length(0, 120) departmentName?: string;
  /** ICD-10. */
  @IsArray() @IsString({ each: true }) diagnosisCodes!: string[];
  @IsArray() @IsString({ each: true }) procedureCodes!: string[];
  /** The stay ended by death: nobody is followed up. */
  @IsBoolean() deceased!: boolean;
  /** In full years on the day of the discharge; absent without a birth date. */
  @IsOptional() @IsInt() @Min(0) ageYears?: number;
  /** 重点患者: has the tag `disease.key-patient`. */
  @IsOptional() @IsBoolean() keyPatient?: boolean;
}
