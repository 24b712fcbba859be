import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { VOUCHER_KINDS, VOUCHER_SOURCES, type VoucherKind, type VoucherSource } from '../vocabulary/vouchers.js';

/** What every event of a voucher says: never its code, which is as good as the voucher. */
export class VoucherFacts {
  @IsUUID() voucherId!: string;
  /** Orders the events: the patient, or the voucher itself when it is nobody's. */
  @IsUUID() subjectId!: string;
  @IsOptional() @IsUUID() patientId?: string;
  /** Of the hospital's own list, for instance `parking-day`. */
  @IsString() @Length(1, 60) typeCode!: string;
  @IsIn(VOUCHER_KINDS) kind!: VoucherKind;
  /** What it is worth, in fen. */
  @IsInt() @Min(0) @Max(100_000_000) valueFen!: number;
  @IsIn(VOUCHER_SOURCES) source!: VoucherSource;
  /** The ticket, win-back, membership, campaign or event it was given for. */
  @IsOptional() @IsString() @Length(1, 80) sourceId?: string;
  /** When it happened. */
  @IsISO8601() at!: string;
}

export const EXAMPLE_VOUCHER: VoucherFacts = {
  voucherId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f01',
  subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  typeCode: 'priority-appointment',
  kind: 'priority-appointment',
  valueFen: 0,
  source: 'ticket',
  sourceId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60',
  at: '2026-03-05T15:00:00+08:00',
};
