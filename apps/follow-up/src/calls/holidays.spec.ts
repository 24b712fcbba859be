import { describe, expect, it } from '@jest/globals';
import { HolidayBook, UnknownYearError } from './holidays.js';

describe('public holidays', () => {
  const book = new HolidayBook([]);

  it.each([
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-10-07', true],
    ['2026-10-08', false],
    ['2026-10-10', false],
    ['2026-02-14', false],
    ['2026-02-15', true],
    ['2026-02-23', true],
    ['2026-02-24', false],
    ['2026-01-04', false],
    ['2025-10-08', true],
    ['2026-03-07', false],
  ])('FU-7 %s is one: %s', (day, isHoliday) => {
    expect(book.isHoliday(day)).toBe(isHoliday);
  });

  it('an unknown year is a loud error, not a year without holidays', () => {
    expect(book.knows(2026)).toBe(true);
    expect(book.knows(2039)).toBe(false);
    expect(() => book.isHoliday('2039-10-01')).toThrow(UnknownYearError);
    expect(() => book.isHoliday('2039-03-02')).toThrow('PUT /complaints/calendar/2039');
  });

  it('what the hospital noted replaces the published calendar of that year only', () => {
    const noted = new HolidayBook([
      { year: 2039, holidays: ['2039-10-01'] },
      { year: 2026, holidays: ['2026-10-08'] },
    ]);
    expect(noted.isHoliday('2039-10-01')).toBe(true);
    expect(noted.isHoliday('2039-10-02')).toBe(false);
    expect(noted.isHoliday('2026-10-08')).toBe(true);
    expect(noted.isHoliday('2026-10-01')).toBe(false);
    expect(noted.isHoliday('2025-10-01')).toBe(true);
  });
});
