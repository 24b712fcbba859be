import { describe, expect, it } from '@jest/globals';
import { ageOn, birthdaysFrom } from './birthday.rules.js';

const kept = (today: string, days = 0) => birthdaysFrom(today, days).map(({ born, on }) => `${born} on ${on}`);

describe('a birthday', () => {
  it('PT-6 is looked for some days ahead, also over the end of a year', () => {
    expect(kept('2026-12-30', 3)).toEqual([
      '12-30 on 2026-12-30',
      '12-31 on 2026-12-31',
      '01-01 on 2027-01-01',
      '01-02 on 2027-01-02',
    ]);
  });

  it('PT-6 of 29 February is kept on the 28th in common years, and on its own day in leap years', () => {
    expect(kept('2026-02-28')).toEqual(['02-28 on 2026-02-28', '02-29 on 2026-02-28']);
    expect(kept('2026-02-28', 1)).toContain('03-01 on 2026-03-01');
    expect(kept('2028-02-28')).toEqual(['02-28 on 2028-02-28']);
    expect(kept('2028-02-29')).toEqual(['02-29 on 2028-02-29']);
    expect(kept('2100-02-28')).toContain('02-29 on 2100-02-28');
  });

  it('PT-6 makes somebody a year older', () => {
    expect(ageOn('1949-12-31', '2026-12-31')).toBe(77);
    expect(ageOn('2020-02-29', '2026-02-28')).toBe(6);
  });
});
