import { describe, expect, it } from '@jest/globals';
import { periodOf, rateOf } from './period.rules.js';

describe('the period of a report', () => {
  it('CP-10 is days of the hospital, the last one included', () => {
    expect(periodOf('2026-11-01', '2026-11-30', 'Asia/Shanghai')).toEqual({
      from: new Date('2026-10-31T16:00:00Z'),
      until: new Date('2026-11-30T16:00:00Z'),
    });
    expect(periodOf('2026-03-29', '2026-03-29', 'Europe/Berlin')).toEqual({
      from: new Date('2026-03-28T23:00:00Z'),
      until: new Date('2026-03-29T22:00:00Z'),
    });
  });

  it('CP-10 has an order, and is a year at most', () => {
    expect(periodOf('2026-11-02', '2026-11-01', 'Asia/Shanghai')).toBe('backwards');
    expect(periodOf('2027-01-01', '2028-01-01', 'Asia/Shanghai')).not.toBe('too-long');
    expect(periodOf('2027-01-01', '2028-01-02', 'Asia/Shanghai')).toBe('too-long');
  });

  it('CP-10 has no rate of nothing', () => {
    expect([rateOf(0, 0), rateOf(1, 3), rateOf(3, 3)]).toEqual([null, 0.3333, 1]);
  });
});
