import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayOf, momentOf, startOf } from './hospital-day.rules.js';

const SHANGHAI = 'Asia/Shanghai';

describe("the hospital's calendar", () => {
  it.each([
    ['2026-03-02T23:59:59+08:00', '2026-03-02'],
    ['2026-03-02T16:00:00Z', '2026-03-03'],
    ['2026-03-02T15:59:59.999Z', '2026-03-02'],
    ['2026-03-02T23:30:00', '2026-03-02'],
    ['2026-03-02', '2026-03-02'],
  ])('FU-2 takes a discharge at %s for the day %s in Shanghai', (text, day) => {
    expect(dayOf(momentOf(text, SHANGHAI), SHANGHAI)).toBe(day);
  });

  it.each(['9999-12-31T00:00:00+08:00', '0001-01-01', '2026-02-30', 'soon'])('refuses %s as a date', (text) => {
    expect(() => momentOf(text, SHANGHAI)).toThrow(RangeError);
  });

  it('begins a day at midnight in Shanghai', () => {
    expect(startOf('2026-03-02', SHANGHAI).toISOString()).toBe('2026-03-01T16:00:00.000Z');
  });

  it('begins a day at one o’clock where the clocks skip midnight', () => {
    expect(startOf('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  it('keeps whole days across a change of the clocks', () => {
    expect(startOf('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOf(addDays('2026-03-29', 1), 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 3, '2027-03-31'],
  ])('FU-2 adds months to %s, clamped to the end of the month', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});
