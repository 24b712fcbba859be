import { Problem } from '#platform';
import type { Voucher } from './voucher.entity.js';
import { actionsOf, standing } from './voucher.rules.js';

/** Why it cannot be done now, with the state and what could be done instead. */
export function refuseAction(voucher: Voucher, now: Date): Problem {
  const state = standing(voucher, now);
  const told = { state, allowed: actionsOf(voucher, now), ...timesOf(voucher) };
  switch (state) {
    case 'redeemed':
      return Problem.conflict('voucher-redeemed', {}, told);
    case 'reserved':
      return Problem.conflict('voucher-reserved', {}, told);
    case 'expired':
      return Problem.conflict('voucher-expired', {}, told);
    case 'awaiting-approval':
      return Problem.conflict('voucher-not-approved', {}, told);
    case 'issued':
      return Problem.conflict('voucher-approved', {}, told);
    case 'void':
    case 'declined':
      return Problem.conflict('voucher-void', {}, told);
    default:
      return state satisfies never;
  }
}

function timesOf({ redeemedAt, reservedUntil, validUntil }: Voucher) {
  return {
    ...(redeemedAt ? { redeemedAt: redeemedAt.toISOString() } : {}),
    ...(reservedUntil ? { reservedUntil: reservedUntil.toISOString() } : {}),
    ...(validUntil ? { validUntil: validUntil.toISOString() } : {}),
  };
}
