import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';

export const ERASURE_STATES = ['applied', 'failed'] as const;

/** What became of one table. */
export class ErasedStore {
  @IsString() @Length(1, 100) table!: string;
  @IsInt() @Min(0) removed!: number;
  @IsInt() @Min(0) emptied!: number;
  @IsInt() @Min(0) kept!: number;
  /** Why something was kept. */
  @IsOptional() @IsString() @Length(1, 300) reason?: string;
}

/**
 * What every service that keeps something about patients says about an erasure (PT-9), under a subject of its own,
 * `<service>.erasure.reported.v1`: a class of a few lines that extends this one. It repeats the order, without record
 * numbers: a database of patients that came from a backup hears of erasures it does not know.
 */
export class ErasureReport {
  @IsUUID() erasureId!: string;
  @IsUUID() patientId!: string;
  @IsArray() @ArrayMaxSize(1_000) @IsUUID('all', { each: true }) patientIds!: string[];
  @IsISO8601() erasedAt!: string;
  @IsOptional() @IsISO8601() keepUntil?: string;
  /** `failed`: it was tried several times and goes on being tried. */
  @IsIn(ERASURE_STATES) state!: (typeof ERASURE_STATES)[number];
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => ErasedStore) stores!: ErasedStore[];
}

export const EXAMPLE_ERASURE_REPORT: ErasureReport = {
  erasureId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77',
  patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  patientIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01'],
  erasedAt: '2026-03-02T02:00:00.000Z',
  state: 'applied',
  stores: [{ table: 'outbox', removed: 0, emptied: 4, kept: 0 }],
};
