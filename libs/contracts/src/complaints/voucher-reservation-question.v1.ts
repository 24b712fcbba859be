import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { QuestionContract } from '../question-contract.js';
import { VOUCHER_KINDS, type VoucherKind } from '../vocabulary/vouchers.js';

/** Holds a voucher for a promise of another service (CP-5, decision 14). */
@QuestionContract<VoucherReservationQuestionV1>({
  name: 'voucher-reservation.v1',
  asker: 'appointments',
  answerers: ['complaints'],
  meaning:
    'Holds a voucher, by its code, for a promise that the asker names: one line, `VoucherPromiseAnswer`. Asked again with ' +
    'the same `reservationId` it is the same promise, with its first end. Without an answer nothing is promised yet: ' +
    'the asker asks again with the same id, or lets it be, and what was held is free when its minutes are over.',
  example: {
    reservationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11',
    code: '7KQM-4HTX-9WPA',
    minutes: 15,
    kind: 'priority-appointment',
    reservedFor: '心血管内科门诊预约',
  },
})
export class VoucherReservationQuestionV1 {
  /** Named by who promises, for instance the booking. */
  @IsUUID() reservationId!: string;
  /** As it was typed or read out. */
  @IsString() @Length(1, 60) code!: string;
  /** How long it is held without a confirmation. */
  @IsInt() @Min(1) @Max(1_440) minutes!: number;
  /** Only when it is of this kind. */
  @IsOptional() @IsIn(VOUCHER_KINDS) kind?: VoucherKind;
  /** What is promised, in few words. */
  @IsOptional()
  @IsString()
  @Length(1, 120)
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u)
  reservedFor?: string;
}
