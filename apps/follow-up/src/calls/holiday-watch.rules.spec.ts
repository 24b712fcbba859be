import { describe, expect, it } from '@jest/globals';
import { lookAt, neededYears, watchedFrom } from './holiday-watch.rules.js';

const zone = 'Asia/Shanghai';
const at = (text: string) => new Date(`${text}+08:00`);

describe('the watch for the holidays of the next year', () => {
  it('FU-7 begins on the first of November before it', () => {
    expect(watchedFrom(2027, zone)).toEqual(at('2026-11-01T09:00:00'));
  });

  it.each([
    ['2026-11-01T08:59:59', [2026]],
    ['2026-11-01T09:00:00', [2026, 2027]],
    ['2026-12-31T23:59:59', [2026, 2027]],
    ['2027-01-01T00:00:00', [2027]],
  ])('FU-7 at %s these years must be known: %j', (now, years) => {
    expect(neededYears(at(now), zone)).toEqual(years);
  });

  it.each([
    ['known', true, '2026-11-01T09:00:00', { then: 'next-year' }],
    ['unknown', false, '2026-11-01T09:00:00', { then: 'remind', at: at('2026-11-08T09:00:00') }],
    ['unknown and running', false, '2027-12-31T23:59:59', { then: 'remind', at: at('2028-01-07T23:59:59') }],
    ['unknown and over', false, '2028-01-01T00:00:00', { then: 'next-year' }],
  ])('FU-7 a year that is %s', (_what, isKnown, now, look) => {
    expect(lookAt(2027, { isKnown, now: at(now), zone })).toEqual(look);
  });
});
