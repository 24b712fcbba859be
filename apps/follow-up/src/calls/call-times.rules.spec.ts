import { describe, expect, it } from '@jest/globals';
import {
  bandAt,
  barrierAt,
  leavesAnHour,
  minutesOf,
  nextCallMoment,
  nextDayInAnotherBand,
  type CallLimits,
} from './call-times.rules.js';

const ZONE = 'Asia/Shanghai';
const quiet = { from: minutesOf('21:00'), until: minutesOf('08:00') };
const limits = (over: Partial<CallLimits> = {}): CallLimits => ({ zone: ZONE, quiet, ...over });
const shanghai = (text: string) => new Date(`${text}+08:00`);
const next = (text: string, over: Partial<CallLimits> = {}) => nextCallMoment(shanghai(text), limits(over));

describe('when a patient may be called', () => {
  it.each([
    ['2026-03-02T07:59:59', 'quiet-hours'],
    ['2026-03-02T08:00:00', undefined],
    ['2026-03-02T20:59:59', undefined],
    ['2026-03-02T21:00:00', 'quiet-hours'],
    ['2026-03-02T00:00:00', 'quiet-hours'],
  ])('FU-7 at %s: %s', (at, barrier) => {
    expect(barrierAt(shanghai(at), limits())).toBe(barrier);
  });

  it.each([
    ['2026-03-02T03:00:00', '2026-03-02T08:00:00'],
    ['2026-03-02T21:00:00', '2026-03-03T08:00:00'],
    ['2026-12-31T23:59:00', '2027-01-01T08:00:00'],
    ['2026-03-02T10:17:30', '2026-03-02T10:17:30'],
  ])('FU-7 moves a call at %s to %s, after the quiet hours', (from, to) => {
    expect(next(from)).toEqual(shanghai(to));
  });

  it('FU-7 quiet hours within one day end on that day', () => {
    const noon = { from: minutesOf('12:00'), until: minutesOf('14:00') };
    expect(next('2026-03-02T12:00:00', { quiet: noon })).toEqual(shanghai('2026-03-02T14:00:00'));
    expect(next('2026-03-02T14:00:00', { quiet: noon })).toEqual(shanghai('2026-03-02T14:00:00'));
    expect(next('2026-03-02T03:00:00', { quiet: noon })).toEqual(shanghai('2026-03-02T03:00:00'));
  });

  it('FU-7 moves routine calls over a holiday of several days to the morning after it', () => {
    const rests = (day: string) => day >= '2026-10-01' && day <= '2026-10-07';
    expect(next('2026-10-01T10:00:00', { rests })).toEqual(shanghai('2026-10-08T08:00:00'));
    expect(barrierAt(shanghai('2026-10-07T20:59:00'), limits({ rests }))).toBe('holiday');
    expect(barrierAt(shanghai('2026-10-08T08:00:00'), limits({ rests }))).toBeUndefined();
  });

  it('FU-7 keeps the times the patient declared, on their weekdays, to the minute', () => {
    // 2026-03-02 is a Monday.
    const declared = [{ weekdays: [1, 2], from: minutesOf('12:00'), until: minutesOf('14:00') }];
    expect(next('2026-03-02T11:59:00', { declared })).toEqual(shanghai('2026-03-02T11:59:00'));
    expect(next('2026-03-02T12:00:00', { declared })).toEqual(shanghai('2026-03-02T14:00:00'));
    expect(next('2026-03-04T12:30:00', { declared })).toEqual(shanghai('2026-03-04T12:30:00'));
  });

  it('FU-7 joins declared times that end in quiet hours with what comes after', () => {
    const declared = [
      { weekdays: [1], from: minutesOf('18:00'), until: 1440 },
      { weekdays: [2], from: 0, until: minutesOf('10:00') },
    ];
    expect(next('2026-03-02T18:30:00', { declared })).toEqual(shanghai('2026-03-03T10:00:00'));
  });

  it('FU-7 finds no moment for a patient who is never to be called', () => {
    const declared = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 1440 }];
    expect(next('2026-03-02T10:00:00', { declared })).toBeUndefined();
    expect(leavesAnHour(declared, quiet)).toBe(false);
  });

  it('FU-7 asks for one whole hour a week outside quiet hours', () => {
    const all = [1, 2, 3, 4, 5, 6];
    const rest = { weekdays: all, from: 0, until: 1440 };
    const sunday = (from: string, until: string) => ({ weekdays: [7], from: minutesOf(from), until: minutesOf(until) });
    expect(leavesAnHour([rest, sunday('09:00', '21:00')], quiet)).toBe(true);
    expect(leavesAnHour([rest, sunday('08:59', '21:00')], quiet)).toBe(false);
  });

  it.each([
    ['2026-03-02T11:59:59', 'morning', '2026-03-03T14:00:00'],
    ['2026-03-02T12:00:00', 'afternoon', '2026-03-03T18:00:00'],
    ['2026-03-02T17:59:59', 'afternoon', '2026-03-03T18:00:00'],
    ['2026-03-02T18:00:00', 'evening', '2026-03-03T09:00:00'],
  ])('FU-7 no answer at %s, in the %s, is tried again at %s', (at, band, again) => {
    expect(bandAt(shanghai(at), ZONE)).toBe(band);
    expect(nextDayInAnotherBand(shanghai(at), ZONE)).toEqual(shanghai(again));
  });

  it('FU-7 does not call at the time of day at which nobody answered', () => {
    expect(next('2026-03-03T08:00:00', { avoid: 'morning' })).toEqual(shanghai('2026-03-03T12:00:00'));
    expect(next('2026-03-03T18:00:00', { avoid: 'evening' })).toEqual(shanghai('2026-03-04T08:00:00'));
    expect(next('2026-03-03T14:00:00', { avoid: 'morning' })).toEqual(shanghai('2026-03-03T14:00:00'));
  });

  it('FU-7 counts by the clock on the wall where the clocks change', () => {
    const berlin = { zone: 'Europe/Berlin', quiet };
    expect(nextCallMoment(new Date('2026-03-28T22:00:00Z'), berlin)?.toISOString()).toBe('2026-03-29T06:00:00.000Z');
  });
});
