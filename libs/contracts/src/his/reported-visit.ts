import { Type } from 'class-transformer';
import { IsArray, IsIn, IsISO8601, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

export const ROUGH_PRECISIONS = ['day', 'month', 'year'] as const;
export type RoughPrecision = (typeof ROUGH_PRECISIONS)[number];

export class ReportedDiagnosis {
  /** ICD-10 where the sender codes it. */
  @IsOptional() @IsString() @Length(0, 40) code?: string;
  @IsOptional() @IsString() @Length(0, 300) name?: string;
  /** HL7 table 0052: A admitting, W working, F final. */
  @IsOptional() @IsString() @Length(0, 20) type?: string;
}

export class ReportedProcedure {
  @IsOptional() @IsString() @Length(0, 40) code?: string;
  @IsOptional() @IsString() @Length(0, 300) name?: string;
  @IsOptional() @IsISO8601() performedAt?: string;
  /** Where the sender stated less than an hour: `performedAt` is the first moment of that day, month or year. */
  @IsOptional() @IsIn(ROUGH_PRECISIONS) precision?: RoughPrecision;
}

export class ReportedDoctor {
  @IsOptional() @IsString() @Length(0, 60) code?: string;
  @IsOptional() @IsString() @Length(0, 120) name?: string;
}

/** One visit or stay as the HIS describes it. */
export class ReportedVisit {
  /** Unique within the sending system (PV1-19, else PID-18). */
  @IsString() @Length(1, 120) visitNumber!: string;
  @IsOptional() @IsIn(ENCOUNTER_CLASSES) class?: EncounterClass;
  /** National department code where the partner profile maps it, else the local one. */
  @IsOptional() @IsString() @Length(0, 60) departmentCode?: string;
  @IsOptional() @IsString() @Length(0, 120) departmentName?: string;
  @IsOptional() @IsString() @Length(0, 60) ward?: string;
  @IsOptional() @IsString() @Length(0, 60) bed?: string;
  @IsOptional() @ValidateNested() @Type(() => ReportedDoctor) attendingDoctor?: ReportedDoctor;
  @IsOptional() @IsISO8601() admittedAt?: string;
  @IsOptional() @IsISO8601() dischargedAt?: string;
  /** HL7 table 0112 or the local code. */
  @IsOptional() @IsString() @Length(0, 40) disposition?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReportedDiagnosis) diagnoses!: ReportedDiagnosis[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReportedProcedure) procedures!: ReportedProcedure[];
}
