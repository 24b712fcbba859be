import { describe, expect, it } from '@jest/globals';
import { isBeingTreated, keptUntil, type CountedVisit } from './statutory-term.rules.js';

const ZONE = 'Asia/Shanghai';
const visit = (over: Partial<CountedVisit> = {}): CountedVisit => ({
  class: 'outpatient',
  status: 'finished',
  beganAt: new Date('2020-02-29T10:00:00+08:00'),
  dischargedAt: null,
  ...over,
});

describe('the statutory term of a medical record (PT-9)', () => {
  const now = new Date('2026-03-02T10:00:00+08:00');

  it('is 15 years after the last outpatient visit, 29 February on the 28th', () => {
    expect(keptUntil([visit()], now, ZONE)).toEqual(new Date('2035-02-28T10:00:00+08:00'));
  });

  it('is 30 years after the discharge of an inpatient, and the longest of several counts', () => {
    const stay = visit({ class: 'inpatient', dischargedAt: new Date('2020-03-05T09:00:00+08:00') });
    expect(keptUntil([visit({ beganAt: now }), stay], now, ZONE)).toEqual(new Date('2050-03-05T09:00:00+08:00'));
  });

  it('is none for a lead, for visits planned or cancelled, and from the very end of the term', () => {
    expect(keptUntil([], now, ZONE)).toBeNull();
    expect(keptUntil([visit({ status: 'planned' }), visit({ status: 'cancelled' })], now, ZONE)).toBeNull();
    const end = new Date('2035-02-28T10:00:00+08:00');
    expect(keptUntil([visit()], new Date(end.getTime() - 1), ZONE)).toEqual(end);
    expect(keptUntil([visit()], end, ZONE)).toBeNull();
  });

  it('has not begun to run out while somebody is being treated', () => {
    expect(isBeingTreated([visit(), visit({ status: 'in-progress' })])).toBe(true);
    expect(isBeingTreated([visit(), visit({ status: 'planned' })])).toBe(false);
  });
});
