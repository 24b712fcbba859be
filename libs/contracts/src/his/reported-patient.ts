import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { SEXES, type Sex } from '../vocabulary/clinical.js';

/** A record number as one system issued it. */
export class PatientIdentifier {
  /** The issuing system (assigning authority). */
  @IsString() @Length(1, 120) issuer!: string;
  @IsString() @Length(1, 120) value!: string;
  /** HL7 table 0203, for instance `MR`. */
  @IsOptional() @IsString() @Length(0, 20) type?: string;
}

/**
 * A person as the HIS describes them. A field that is absent was not said (keep what is stored);
 * a field that is null was deleted by the sender (HL7 `""`).
 */
export class ReportedPatient {
  /** The identifier that names the record in this message; also one of `identifiers`. */
  @ValidateNested() @Type(() => PatientIdentifier) primary!: PatientIdentifier;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PatientIdentifier) identifiers!: PatientIdentifier[];
  @IsOptional() @IsString() @Length(0, 200) name?: string | null;
  @IsOptional() @IsIn(SEXES) sex?: Sex | null;
  /** Calendar date, `YYYY-MM-DD` or as much of it as the sender knows (`1970`, `1970-05`). */
  @IsOptional() @IsISO8601({ strict: true }) birthDate?: string | null;
  /** As written by the sender; normalised by apps/patients. */
  @IsOptional() @IsArray() @IsString({ each: true }) phones?: string[] | null;
  @IsOptional() @IsString() @Length(0, 60) nationalId?: string | null;
  @IsOptional() @IsString() @Length(0, 500) address?: string | null;
  @IsOptional() @IsBoolean() deceased?: boolean | null;
  @IsOptional() @IsISO8601() deceasedAt?: string | null;
}
