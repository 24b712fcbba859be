import { describe, expect, it } from '@jest/globals';
import { dayAt, hasEnded, losesAward, periodOf } from './period.rules.js';

const ZONE = 'Asia/Shanghai';

describe('the time of an award', () => {
  it.each([
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('CP-8 %s is the days from %s to %s', (text, from, until) => {
    expect(periodOf(text)).toEqual({ from, until });
  });

  it.each(['2026-Q5', '2026-Q0', '2026-13', '2026-00', '26', '0001', '9999', '2026-q1', ' 2026', '2026-Q1x'])(
    'CP-8 %s is none',
    (text) => {
      expect(periodOf(text)).toBeUndefined();
    },
  );

  it('CP-8 is lost by a valid complaint of a quarter, and flagged of a year', () => {
    expect([losesAward('2026-Q1'), losesAward('2026')]).toEqual([true, false]);
  });

  it('CP-8 ends at the hospital’s midnight, not at that of UTC', () => {
    const quarter = periodOf('2026-Q1')!;
    expect(hasEnded(quarter, new Date('2026-03-31T15:59:59.999Z'), ZONE)).toBe(false);
    expect(hasEnded(quarter, new Date('2026-03-31T16:00:00Z'), ZONE)).toBe(true);
  });

  it('CP-8 a complaint is of the hospital’s day on which it was received', () => {
    expect(dayAt(new Date('2026-03-31T15:59:00Z'), ZONE)).toBe('2026-03-31');
    expect(dayAt(new Date('2026-03-31T16:00:00Z'), ZONE)).toBe('2026-04-01');
  });
});
