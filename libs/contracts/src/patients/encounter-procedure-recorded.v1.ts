import { IsArray, IsBoolean, IsISO8601, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

@EventContract<EncounterProcedureRecordedV1>({
  subject: 'patients.encounter.procedure-recorded.v1',
  emittedWhen:
    'A hospital system reports an operation or procedure of a visit or stay with its code and day (HL7 PR1), also ' +
    'while the patient is still in hospital; again with a higher revision when its time is corrected.',
  key: 'patientId',
  example: {
    procedureId: '0198f6a2-5c1e-5c3a-9a51-3f2f0f6f9c07',
    revision: 1,
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    class: 'inpatient',
    procedureCode: '36.06',
    procedureName: '冠状动脉支架置入术',
    performedAt: '2026-02-23T14:00:00+08:00',
    departmentCode: '03.04',
    departmentName: '心血管内科专业',
    diagnosisCodes: ['I21.9'],
    ageYears: 57,
    keyPatient: false,
  },
})
export class EncounterProcedureRecordedV1 {
  /** Of one performance of the procedure; the same in every revision. */
  @IsUUID() procedureId!: string;
  /** 1 at first; grows with every correction of the time. The highest counts. */
  @IsInt() @Min(1) revision!: number;
  @IsUUID() encounterId!: string;
  /** The record the visit belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(ENCOUNTER_CLASSES) class!: EncounterClass;
  /** As the hospital system codes it, for instance ICD-9-CM-3. */
  @IsString() @Length(1, 40) procedureCode!: string;
  @IsOptional() @IsString() @Length(0, 300) procedureName?: string;
  @IsISO8601() performedAt!: string;
  /** The hospital stated the day alone: `performedAt` is its first moment. */
  @IsOptional() @IsBoolean() dayOnly?: boolean;
  @IsOptional() @IsString() @Length(0, 60) departmentCode?: string;
  @IsOptional() @IsString() @Length(0, 120) departmentName?: string;
  /** ICD-10, as far as they are known by now. */
  @IsOptional() @IsArray() @IsString({ each: true }) diagnosisCodes?: string[];
  /** In full years on the day of the procedure; absent without a birth date. */
  @IsOptional() @IsInt() @Min(0) ageYears?: number;
  /** 重点患者: has the tag `disease.key-patient`. */
  @IsOptional() @IsBoolean() keyPatient?: boolean;
}
