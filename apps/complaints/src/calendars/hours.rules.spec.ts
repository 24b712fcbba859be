import { describe, expect, it } from '@jest/globals';
import { UnknownYearError } from './day-book.rules.js';
import { openHours, placeOf, roundTheClock, sameDay, workingDays, type OpenHours } from './hours.rules.js';
import { countedUntil, momentOf, segmentsUntil, withPauses, type Course } from './stretch.rules.js';
import { workingDayBook } from './working-days.js';

const ZONE = 'Asia/Shanghai';
const PLACE = placeOf(ZONE, workingDayBook([]));
const MINUTE = 60_000;
const DAY = 86_400_000;

/** 08:00 to 12:00 and 14:00 to 17:30, Monday to Friday. */
const OFFICE: OpenHours = {
  week: Array.from({ length: 7 }, (_, day) =>
    day < 5
      ? [
          { from: 480, until: 720 },
          { from: 840, until: 1050 },
        ]
      : [],
  ),
  closedOnHolidays: true,
};

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const text = (moment: number | null) =>
  moment === null ? null : new Date(moment + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 16);
const due = (course: Course, minutes: number) => text(momentOf(course, minutes * MINUTE));

describe('time round the clock', () => {
  it('CP-1 runs through the night and over holidays', () => {
    expect(due(roundTheClock(at('2026-09-30T23:50')), 30)).toBe('2026-10-01 00:20');
  });

  it('CP-1 stands still while the clock is paused, and goes on after it', () => {
    const pauses = [{ from: at('2026-03-02T10:20'), until: at('2026-03-02T11:20') }];
    expect(due(withPauses(roundTheClock(at('2026-03-02T10:00')), pauses), 30)).toBe('2026-03-02 11:30');
  });

  it.each([
    ['ends exactly when the limit is reached', '2026-03-02T10:30', '2026-03-02 10:30'],
    ['begins a minute before', '2026-03-02T10:29', '2026-03-02 10:59'],
  ])('a pause that %s', (_, from, expected) => {
    const pauses = [{ from: at(from), until: at(from) + 29 * MINUTE }];
    expect(due(withPauses(roundTheClock(at('2026-03-02T10:00')), pauses), 30)).toBe(expected);
  });

  it('has no deadline while a pause has no end', () => {
    const pauses = [{ from: at('2026-03-02T10:20'), until: Infinity }];
    const course = withPauses(roundTheClock(at('2026-03-02T10:00')), pauses);
    expect(momentOf(course, 30 * MINUTE)).toBeNull();
    expect(due(course, 20)).toBe('2026-03-02 10:20');
    expect(countedUntil(course, at('2026-03-02T12:00'))).toBe(20 * MINUTE);
  });

  it('several pauses count one by one, and one of no length not at all', () => {
    const pauses = [
      { from: at('2026-03-02T10:05'), until: at('2026-03-02T10:05') },
      { from: at('2026-03-02T10:10'), until: at('2026-03-02T10:20') },
      { from: at('2026-03-02T10:20'), until: at('2026-03-02T10:25') },
    ];
    const course = withPauses(roundTheClock(at('2026-03-02T10:00')), pauses);
    expect(due(course, 30)).toBe('2026-03-02 10:45');
    expect(
      segmentsUntil(course, at('2026-03-02T10:45')).map(({ why, from, until }) => [why, text(from), text(until)]),
    ).toEqual([
      ['round-the-clock', '2026-03-02 10:00', '2026-03-02 10:10'],
      ['paused', '2026-03-02 10:10', '2026-03-02 10:25'],
      ['round-the-clock', '2026-03-02 10:25', '2026-03-02 10:45'],
    ]);
  });
});

describe('open hours', () => {
  it.each([
    ['before they begin', '2026-03-02T07:00', 60, '2026-03-02 09:00'],
    ['over the lunch hour', '2026-03-02T11:30', 60, '2026-03-02 14:30'],
    ['up to the very end of the morning', '2026-03-02T11:30', 30, '2026-03-02 12:00'],
    ['over the night', '2026-03-02T17:00', 60, '2026-03-03 08:30'],
    ['over the weekend', '2026-03-06T17:00', 60, '2026-03-09 08:30'],
    ['at the first moment that is closed', '2026-03-02T12:00', 1, '2026-03-02 14:01'],
    ['over the days of National Day', '2026-09-30T17:00', 60, '2026-10-08 08:30'],
  ])('CP-1 a clock that starts %s', (_, from, minutes, expected) => {
    expect(due(openHours(at(from), OFFICE, PLACE), minutes)).toBe(expected);
  });

  it('a day may be open to its last minute, and the next from its first', () => {
    const week = Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }]);
    const hours = { week, closedOnHolidays: false };
    expect(due(openHours(at('2026-03-02T23:50'), hours, PLACE), 30)).toBe('2026-03-03 00:20');
  });

  it('asks about holidays only when they are days off', () => {
    const start = at('2031-03-03T08:00');
    expect(() => due(openHours(start, OFFICE, PLACE), 60)).toThrow(UnknownYearError);
    expect(due(openHours(start, { ...OFFICE, closedOnHolidays: false }, PLACE), 60)).toBe('2031-03-03 09:00');
  });

  it('refuses to search for ever in hours that never open', () => {
    const never = { week: [], closedOnHolidays: false };
    expect(() => due(openHours(at('2026-03-02T08:00'), never, PLACE), 1)).toThrow(RangeError);
  });
});

describe('statutory working days', () => {
  const days = (from: string, count: number) => text(momentOf(workingDays(at(from), PLACE), count * DAY));

  it.each([
    ['on a Monday', '2026-03-02T09:00', 5, '2026-03-10 00:00'],
    ['at the first moment of it', '2026-03-02T00:00', 5, '2026-03-10 00:00'],
    ['at its last minute', '2026-03-02T23:59', 5, '2026-03-10 00:00'],
    ['on a Friday', '2026-03-06T09:00', 5, '2026-03-14 00:00'],
    ['on a Saturday', '2026-03-07T09:00', 5, '2026-03-14 00:00'],
    ['before National Day, with a Saturday that is worked', '2026-09-30T09:00', 5, '2026-10-14 00:00'],
    ['for several departments', '2026-03-02T09:00', 10, '2026-03-17 00:00'],
  ])('CP-9 received %s', (_, from, count, expected) => {
    expect(days(from, count)).toBe(expected);
  });

  it('CP-9 the day of receipt does not count; the same day ends at midnight', () => {
    const [first, ...rest] = segmentsUntil(workingDays(at('2026-03-06T09:00'), PLACE), at('2026-03-10T00:00'));
    expect(first).toMatchObject({ why: 'day-of-receipt', counts: false, until: at('2026-03-07T00:00') });
    expect(rest.map(({ why }) => why)).toEqual(['rest-day', 'working-day']);
    expect(countedUntil(sameDay(at('2026-03-07T09:00')), at('2026-03-08T00:00'))).toBe(15 * 60 * MINUTE);
  });

  it('CP-9 asks the calendar about each day once, however many clocks run through it', () => {
    const asked: string[] = [];
    const book = workingDayBook([]);
    const place = placeOf(ZONE, (day) => {
      asked.push(day);
      return book(day);
    });
    for (const hour of ['09', '10', '11'])
      expect(text(momentOf(workingDays(at(`2026-03-02T${hour}:00`), place), 5 * DAY))).toBe('2026-03-10 00:00');
    expect(asked).toEqual(['03', '04', '05', '06', '07', '08', '09'].map((day) => `2026-03-${day}`));
  });

  it('CP-9 a year that nobody knows is an error, unless the term ends before it', () => {
    expect(() => days('2026-12-31T09:00', 1)).toThrow(UnknownYearError);
    expect(days('2026-12-24T09:00', 5)).toBe('2027-01-01 00:00');
  });

  it('CP-9 what the hospital noted replaces what is published', () => {
    const noted = { year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-02'] };
    const place = placeOf(ZONE, workingDayBook([noted]));
    const course = workingDays(at('2026-12-31T09:00'), place);
    expect(text(momentOf(course, DAY))).toBe('2027-01-03 00:00');
    expect(text(momentOf(course, 2 * DAY))).toBe('2027-01-05 00:00');
  });
});
