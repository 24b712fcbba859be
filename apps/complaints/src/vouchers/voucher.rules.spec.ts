import { VOUCHER_STATUSES, type VoucherStatus } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import {
  actionsOf,
  afterRelease,
  decideConfirm,
  decideReserve,
  dueAt,
  needsApproval,
  redemptionRate,
  releases,
  standing,
  validUntil,
  type VoucherState,
} from './voucher.rules.js';

const END = new Date('2026-12-22T16:00:00Z');
const HELD = new Date('2026-12-22T16:10:00Z');
const before = (at: Date) => new Date(at.getTime() - 1);

const aVoucher = (status: VoucherStatus, over: Partial<VoucherState> = {}): VoucherState => ({
  ...{ status, validUntil: status === 'awaiting-approval' ? null : END },
  ...{ reservationId: null, reservedUntil: null, reservationEnded: null },
  ...over,
});
const held = aVoucher('reserved', { reservationId: 'r1', reservedUntil: HELD });

describe('a voucher', () => {
  it.each([
    [5_000, 5_000, false],
    [5_001, 5_000, true],
    [0, 0, false],
    [1, 0, true],
  ])('CP-5 of %i fen waits for approval above %i: %s', (value, above, waits) => {
    expect(needsApproval(value, above)).toBe(waits);
  });

  it.each([
    ['2026-11-22T00:00:00+08:00', 30, '2026-12-22T16:00:00.000Z'],
    ['2026-11-22T23:59:59+08:00', 30, '2026-12-22T16:00:00.000Z'],
    ['2026-11-23T00:00:00+08:00', 30, '2026-12-23T16:00:00.000Z'],
    ['2028-02-28T12:00:00+08:00', 1, '2028-02-29T16:00:00.000Z'],
  ])('CP-5 issued %s for %i days is good until the last midnight of them', (issued, days, end) => {
    expect(validUntil(new Date(issued), days, 'Asia/Shanghai').toISOString()).toBe(end);
  });

  it('CP-5 is good until the last millisecond of its last day, whatever the deadline has worked off', () => {
    expect(standing(aVoucher('issued'), before(END))).toBe('issued');
    expect(standing(aVoucher('issued'), END)).toBe('expired');
    expect(actionsOf(aVoucher('issued'), END)).toEqual([]);
  });

  it('decision 14: a promise outlives the date it was made before, and what it ends in follows from the date', () => {
    expect(standing(held, END)).toBe('reserved');
    expect(standing(held, before(HELD))).toBe('reserved');
    expect(standing(held, HELD)).toBe('expired');
    expect(afterRelease(held, before(END))).toBe('issued');
    expect(afterRelease(held, END)).toBe('expired');
    const early = { ...held, reservedUntil: new Date('2026-12-01T00:00:00Z') };
    expect(standing(early, early.reservedUntil)).toBe('issued');
  });

  it('CP-5 is used once: what ended or is promised allows nothing', () => {
    const now = before(END);
    const table = Object.fromEntries(VOUCHER_STATUSES.map((status) => [status, actionsOf(aVoucher(status), now)]));
    expect(table).toEqual({
      'awaiting-approval': ['approve', 'decline', 'void'],
      issued: ['reserve', 'redeem', 'void'],
      ...{ reserved: [], redeemed: [], expired: [], void: [], declined: [] },
    });
  });

  it('decision 6: falls due at its date, a promise at its own end, anything else never', () => {
    expect(dueAt(aVoucher('issued'))).toEqual(END);
    expect(dueAt(held)).toEqual(HELD);
    for (const status of ['awaiting-approval', 'redeemed', 'expired', 'void', 'declined'] as const)
      expect(dueAt(aVoucher(status))).toBeNull();
  });

  it('decision 14: is promised once; the same promise asked for again is the same', () => {
    const now = before(END);
    expect(decideReserve(aVoucher('issued'), 'r1', now)).toBe('reserve');
    expect(decideReserve(held, 'r1', now)).toBe('held-already');
    expect(decideReserve(held, 'r2', now)).toBe('refuse');
    expect(decideReserve(aVoucher('redeemed', { reservationId: 'r1' }), 'r1', now)).toBe('refuse');
    const runOut = { ...held, reservedUntil: now };
    expect(decideReserve(runOut, 'r2', now)).toBe('reserve');
    expect(decideReserve(runOut, 'r1', now)).toBe('reserve');
  });

  it('decision 14: confirmed late it is taken, unless somebody else had it meanwhile', () => {
    const mine = { reservationId: 'r1' };
    expect(decideConfirm(held, 'r1')).toBe('redeem');
    expect(decideConfirm(aVoucher('issued', mine), 'r1')).toBe('redeem');
    expect(decideConfirm(aVoucher('expired', mine), 'r1')).toBe('redeem');
    expect(decideConfirm(aVoucher('redeemed', mine), 'r1')).toBe('redeemed-already');
    expect(decideConfirm(aVoucher('void', mine), 'r1')).toBe('refuse');
    expect(decideConfirm(aVoucher('issued', { ...mine, reservationEnded: 'ran-out' }), 'r1')).toBe('redeem');
    expect(decideConfirm(aVoucher('issued', { ...mine, reservationEnded: 'given-back' }), 'r1')).toBe('refuse');
    for (const status of VOUCHER_STATUSES)
      expect(decideConfirm(aVoucher(status, { reservationId: 'r2' }), 'r1')).toBe('refuse');
  });

  it('decision 14: the end of a promise counts once, and only of the promise that holds', () => {
    expect(releases(held, 'r1')).toBe(true);
    expect(releases(held, 'r2')).toBe(false);
    expect(releases(aVoucher('issued', { reservationId: 'r1' }), 'r1')).toBe(false);
  });

  it('CP-5 has a rate of redemption only where something was handed out', () => {
    expect(redemptionRate(0, 0)).toBeNull();
    expect(redemptionRate(1, 4)).toBe(0.25);
  });
});
