import { describe, expect, it } from '@jest/globals';
import { comparable, daysIn, elapsed } from './period.rules.js';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

describe('the period of a statistic', () => {
  it('FU-12 has its first and its last day', () => {
    expect(daysIn({ from: '2026-11-22', to: '2026-11-22' })).toBe(1);
    expect(daysIn({ from: '2024-01-01', to: '2024-12-31' })).toBe(366);
  });

  it('FU-12 is counted as far as it has come, the day of today included', () => {
    expect(elapsed(NOVEMBER, '2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22', countedTo: '2026-11-22' });
    expect(elapsed(NOVEMBER, '2026-12-05')).toEqual({ ...NOVEMBER, countedTo: '2026-12-05' });
    expect(elapsed(NOVEMBER, '2026-11-01')?.to).toBe('2026-11-01');
    expect(elapsed(NOVEMBER, '2026-10-31')).toBeUndefined();
  });

  it.each([
    ['a running month', NOVEMBER, '2026-11-22', '2026-10-01', '2026-10-22', '2026-10-22'],
    ['a whole month', NOVEMBER, '2026-12-05', '2026-10-01', '2026-10-31', '2026-11-05'],
    ['the day a month ends', NOVEMBER, '2026-11-30', '2026-10-01', '2026-10-31', '2026-10-31'],
    [
      'a running March',
      { from: '2026-03-01', to: '2026-03-31' },
      '2026-03-30',
      '2026-02-01',
      '2026-02-28',
      '2026-02-28',
    ],
    ['a quarter', { from: '2026-07-01', to: '2026-09-30' }, '2026-10-10', '2026-04-01', '2026-06-30', '2026-07-10'],
    ['a week', { from: '2026-11-16', to: '2026-11-22' }, '2026-11-18', '2026-11-09', '2026-11-11', '2026-11-11'],
    ['a year', { from: '2024-01-01', to: '2024-12-31' }, '2025-01-01', '2023-01-01', '2023-12-31', '2024-01-01'],
  ])('rules.md: %s is held against the same days before', (_what, asked, today, from, to, countedTo) => {
    expect(comparable(asked, today, 'previous-period')).toEqual({ from, to, countedTo });
  });

  it.each([
    ['a running month', NOVEMBER, '2026-11-22', '2025-11-01', '2025-11-22', '2025-11-22'],
    ['a leap day', { from: '2024-02-01', to: '2024-02-29' }, '2024-03-02', '2023-02-01', '2023-02-28', '2023-03-02'],
  ])('rules.md: %s is held against the same days of last year', (_what, asked, today, from, to, countedTo) => {
    expect(comparable(asked, today, 'last-year')).toEqual({ from, to, countedTo });
  });

  it('rules.md: what has not begun is held against nothing', () => {
    expect(comparable(NOVEMBER, '2026-10-31', 'previous-period')).toBeUndefined();
  });
});
