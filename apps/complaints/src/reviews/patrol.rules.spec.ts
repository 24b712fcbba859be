import { describe, expect, it } from '@jest/globals';
import { answeredInTime, isBadReview, patrolDay, patrolStatus } from './patrol.rules.js';

const ZONE = 'Asia/Shanghai';

describe('a patrol of a platform', () => {
  it.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21', '2026-11-21T16:00:00.000Z'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22', '2026-11-22T16:00:00.000Z'],
  ])('CP-6 at %s is of the hospital’s day %s', (now, day, endsAt) => {
    expect(patrolDay(new Date(now), ZONE)).toEqual({ day, endsAt: new Date(endsAt) });
  });

  it('CP-6 is done on its day, late or missed after it', () => {
    const endsAt = new Date('2026-11-22T16:00:00Z');
    const before = new Date(endsAt.getTime() - 1);
    expect(patrolStatus({ endsAt, doneAt: null }, before)).toBe('open');
    expect(patrolStatus({ endsAt, doneAt: null }, endsAt)).toBe('missed');
    expect(patrolStatus({ endsAt, doneAt: before }, endsAt)).toBe('done');
    expect(patrolStatus({ endsAt, doneAt: endsAt }, endsAt)).toBe('late');
  });
});

describe('a review', () => {
  it('CP-6 is bad with two stars of five or fewer, or when somebody says so', () => {
    expect([1, 2, 2.5, 3, null].map((stars) => isBadReview(stars))).toEqual([true, true, false, false, false]);
    expect(isBadReview(5, true)).toBe(true);
    expect(isBadReview(1, false)).toBe(false);
  });

  it('CP-6 is answered in time until thirty minutes after its detection', () => {
    const detectedAt = new Date('2026-11-22T02:00:00Z');
    const after = (ms: number) => new Date(detectedAt.getTime() + 30 * 60_000 + ms);
    expect(answeredInTime({ detectedAt, answeredAt: after(0) }, after(5))).toBe(true);
    expect(answeredInTime({ detectedAt, answeredAt: after(1) }, after(5))).toBe(false);
    expect(answeredInTime({ detectedAt, answeredAt: null }, after(0))).toBeNull();
    expect(answeredInTime({ detectedAt, answeredAt: null }, after(1))).toBe(false);
  });
});
