import { Type } from 'class-transformer';
import {
  IsIn,
  IsISO8601,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MEDICATION_USES, type MedicationUse } from '../vocabulary/results.js';
import { ReportedDoctor } from './reported-visit.js';

/** Which order for which drug. */
export class ReportedMedicationOrder {
  /** The placer's number (ORC-2), else the filler's (ORC-3): unique within the sender. */
  @IsString() @Length(1, 120) orderNumber!: string;
  /** The drug in the sender's code (RXE-2, RXD-2). Absent in a stop with the name: all drugs of the order. */
  @IsOptional() @IsString() @Length(0, 60) code?: string;
  /** Says which drug of the order where the sender has no code. */
  @IsOptional() @IsString() @Length(0, 300) name?: string;
}

/** A drug as a hospital system describes it; a field that is absent was not said. */
export class ReportedMedication extends ReportedMedicationOrder {
  @IsOptional() @IsIn(MEDICATION_USES) use?: MedicationUse;
  /** One dose, for instance `2` with the unit `片`. */
  @IsOptional() @IsString() @Length(0, 40) dose?: string;
  @IsOptional() @IsString() @Length(0, 60) doseUnit?: string;
  @IsOptional() @IsString() @Length(0, 60) form?: string;
  @IsOptional() @IsString() @Length(0, 60) route?: string;
  /** As sent, for instance `TID` or `每日三次`. */
  @IsOptional() @IsString() @Length(0, 120) frequency?: string;
  @IsOptional() @IsString() @Length(0, 1_000) instructions?: string;
  @IsOptional() @IsISO8601() startsAt?: string;
  @IsOptional() @IsISO8601() endsAt?: string;
  /** Days the order, or what was handed out, is for. */
  @IsOptional() @IsNumber() @Min(0) @Max(3_660) durationDays?: number;
  /** To be handed out, or handed out. */
  @IsOptional() @IsString() @Length(0, 40) quantity?: string;
  @IsOptional() @IsString() @Length(0, 60) quantityUnit?: string;
  @IsOptional() @IsInt() @Min(0) @Max(1_000) refills?: number;
  @IsOptional() @ValidateNested() @Type(() => ReportedDoctor) orderedBy?: ReportedDoctor;
}
