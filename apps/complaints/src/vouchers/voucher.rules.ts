import type { VoucherStatus } from '#contracts';
import { Temporal } from 'temporal-polyfill';

/** What may be done to a voucher. */
export type VoucherAction = 'approve' | 'decline' | 'reserve' | 'redeem' | 'void';

/** What its life follows from. */
export interface VoucherState {
  status: VoucherStatus;
  /** The first moment at which it is good for nothing; null while nobody approved it. */
  validUntil: Date | null;
  /** Of the promise it is held for. */
  reservationId: string | null;
  reservedUntil: Date | null;
  /** How the last promise ended without a use; null while it holds, or when there was none. */
  reservationEnded: ReservationEnd | null;
}

export type ReservationEnd = 'given-back' | 'ran-out';

/** What may be done to it in which state: the one table of a voucher's life (CP-5). */
const POSSIBLE: Readonly<Record<VoucherStatus, readonly VoucherAction[]>> = {
  'awaiting-approval': ['approve', 'decline', 'void'],
  issued: ['reserve', 'redeem', 'void'],
  // Promised to somebody else: only the end of that promise frees it (decision 14).
  reserved: [],
  redeemed: [],
  expired: [],
  void: [],
  declined: [],
};

export function needsApproval(valueFen: number, approvalAboveFen: number): boolean {
  return valueFen > approvalAboveFen;
}

/** Good for whole days: until midnight after the day of issue and `days` more, in the hospital's zone. */
export function validUntil(issuedAt: Date, days: number, zone: string): Date {
  const day = Temporal.Instant.from(issuedAt.toISOString()).toZonedDateTimeISO(zone).toPlainDate();
  return new Date(day.add({ days: days + 1 }).toZonedDateTime(zone).epochMilliseconds);
}

/**
 * The state that time makes of what is stored, whether the deadline has worked it off or not: a promise that ran out
 * frees the voucher, one that is free and out of date is expired. A promise outlives the date: it was given in time.
 */
export function standing(voucher: VoucherState, now: Date): VoucherStatus {
  const { status, reservedUntil } = voucher;
  const isHeld = status === 'reserved' && (reservedUntil === null || now < reservedUntil);
  if (isHeld || (status !== 'issued' && status !== 'reserved')) return status;
  return voucher.validUntil !== null && now >= voucher.validUntil ? 'expired' : 'issued';
}

/** A promise whose end has come, and which no deadline has worked off yet. */
export function hasRunOut(voucher: VoucherState, now: Date): boolean {
  return voucher.status === 'reserved' && standing(voucher, now) !== 'reserved';
}

export function actionsOf(voucher: VoucherState, now: Date): readonly VoucherAction[] {
  return POSSIBLE[standing(voucher, now)];
}

export function allows(voucher: VoucherState, action: VoucherAction, now: Date): boolean {
  return actionsOf(voucher, now).includes(action);
}

/** When time alone changes it next; null: never. */
export function dueAt({ status, validUntil: end, reservedUntil }: VoucherState): Date | null {
  if (status === 'issued') return end;
  return status === 'reserved' ? reservedUntil : null;
}

export type ReserveDecision = 'reserve' | 'held-already' | 'refuse';

/** The same promise asked for again is the same promise; another one is refused while this one holds. */
export function decideReserve(voucher: VoucherState, reservationId: string, now: Date): ReserveDecision {
  const isHeld = standing(voucher, now) === 'reserved';
  if (isHeld && voucher.reservationId === reservationId) return 'held-already';
  return allows(voucher, 'reserve', now) ? 'reserve' : 'refuse';
}

export type ConfirmDecision = 'redeem' | 'redeemed-already' | 'refuse';

/**
 * What the promise was for has happened. Heard late, the voucher is taken if nobody else had it meanwhile, also after
 * its date: the promise was made in time. What was given back is no promise any more, whatever order it is told in.
 */
export function decideConfirm(voucher: VoucherState, reservationId: string): ConfirmDecision {
  const isIts = voucher.reservationId === reservationId;
  if (!isIts) return 'refuse';
  if (voucher.status === 'redeemed') return 'redeemed-already';
  if (voucher.reservationEnded === 'given-back') return 'refuse';
  return ['reserved', 'issued', 'expired'].includes(voucher.status) ? 'redeem' : 'refuse';
}

/** Whether the end of this promise changes anything: told twice, late, or of another one it does not. */
export function releases(voucher: VoucherState, reservationId: string): boolean {
  return voucher.status === 'reserved' && voucher.reservationId === reservationId;
}

/** What a voucher is when its promise ends without a use. */
export function afterRelease(voucher: VoucherState, now: Date): 'issued' | 'expired' {
  return voucher.validUntil !== null && now >= voucher.validUntil ? 'expired' : 'issued';
}

/** redeemed ÷ those that could be redeemed; null when none could. */
export function redemptionRate(redeemed: number, handedOut: number): number | null {
  return handedOut === 0 ? null : redeemed / handedOut;
}
