import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  ABNORMALITIES,
  RESULT_KINDS,
  RESULT_STATUSES,
  type Abnormality,
  type ResultKind,
  type ResultStatus,
} from '../vocabulary/results.js';

/** One value of a result (an OBX). */
export class ReportedObservation {
  /** Together with `name` and `subId` it says which value a later report replaces. */
  @IsOptional() @IsString() @Length(0, 60) code?: string;
  @IsOptional() @IsString() @Length(0, 300) name?: string;
  /** OBX-4: tells repeated values of one code apart. */
  @IsOptional() @IsString() @Length(0, 40) subId?: string;
  /** As it is read by people, for instance `7.5`, `>90`, `阴性`; lines are separated by a line feed. */
  @IsString() @Length(0, 4_000) value!: string;
  /** The same, where it is one number. */
  @IsOptional() @IsNumber() number?: number;
  /** Of a coded value. */
  @IsOptional() @IsString() @Length(0, 60) valueCode?: string;
  @IsOptional() @IsString() @Length(0, 60) unit?: string;
  @IsOptional() @IsString() @Length(0, 200) referenceRange?: string;
  /** OBX-8 as sent, for instance `H`. */
  @IsOptional() @IsString() @Length(0, 60) flags?: string;
  @IsIn(ABNORMALITIES) abnormality!: Abnormality;
  /** `withdrawn`: this value was taken back (OBX-11 D, W or X); the value itself is empty. */
  @IsIn(RESULT_STATUSES) status!: ResultStatus;
}

/** Which result: a sender numbers its orders, and one order may have several parts. */
export class ReportedOrder {
  /** The filler's number (OBR-3, ORC-3), else the placer's (OBR-2, ORC-2): unique within the sender. */
  @IsString() @Length(1, 120) orderNumber!: string;
  /** The number on the slip (OBR-2, ORC-2). */
  @IsOptional() @IsString() @Length(0, 120) placerNumber?: string;
  /** What was examined (OBR-4); with the order number it says which result this is. */
  @IsOptional() @IsString() @Length(0, 60) code?: string;
  @IsOptional() @IsString() @Length(0, 300) name?: string;
}

/** What a part of a report in words is about (OBX-3). */
export class ReportedName {
  @IsOptional() @IsString() @Length(0, 200) code?: string;
  @IsOptional() @IsString() @Length(0, 1_000) name?: string;
}

/** A result as a laboratory or imaging system describes it: one OBR with what belongs to it. */
export class ReportedResult extends ReportedOrder {
  @IsIn(RESULT_KINDS) kind!: ResultKind;
  @IsIn(RESULT_STATUSES) status!: ResultStatus;
  /** OBR-24 as sent, for instance `CH` or `RAD`. */
  @IsOptional() @IsString() @Length(0, 60) section?: string;
  /** When it was examined or the specimen taken (OBR-7, else OBX-14). */
  @IsOptional() @IsISO8601() observedAt?: string;
  /** Values stated; those of earlier reports that are not named here still hold. */
  @IsArray()
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => ReportedObservation)
  observations!: ReportedObservation[];
  /** Of what the report speaks in words: by them, too, it may be sensitive, and a part of it may be taken back. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => ReportedName)
  named?: ReportedName[];
  /** Of what is said in words; values have their own. */
  @IsOptional() @IsIn(ABNORMALITIES) abnormality?: Abnormality;
  /** The first part of a report in words, at most 100,000 characters; further parts follow as `his.result.continued.v1`. */
  @IsOptional() @IsString() @Length(0, 100_000) text?: string;
  /** How many parts the text has, this one included; 1 of a text that is whole. */
  @IsInt() @Min(0) @Max(2_000) textParts!: number;
  /** The conclusion of a report in words (诊断意见). */
  @IsOptional() @IsString() @Length(0, 20_000) impression?: string;
}
