import { Temporal } from 'temporal-polyfill';
import type { Day, DayBook } from './day-book.rules.js';
import type { Course, Stretch } from './stretch.rules.js';

/** Minutes of the day, 0 to 1440: from the first, up to and without the last. */
export interface Interval {
  from: number;
  until: number;
}

/** When a clock runs, on the hospital's clock. */
export interface OpenHours {
  /** Seven, Monday first; of each day several intervals in order, none for a day off. */
  week: readonly (readonly Interval[])[];
  /** Whether public holidays are days off, whatever weekday they are. */
  closedOnHolidays: boolean;
}

/** No hospital is closed for so long: a calendar without open hours must not search for ever. */
const MOST_DAYS = 4000;

/** Where and by which calendar days are told apart. */
export interface Place {
  zone: string;
  book: DayBook;
}

export function roundTheClock(start: number): Course {
  return () => [{ from: start, until: Infinity, counts: true, why: 'round-the-clock' }];
}

/** Only the open hours count. @throws UnknownYearError when holidays matter and the year is not known */
export function openHours(start: number, hours: OpenHours, place: Place): Course {
  return () => daysFrom(start, place.zone, (day) => hoursOf(day, hours, place));
}

/** Whole working days count, from the one after the start on. @throws UnknownYearError */
export function workingDays(start: number, place: Place): Course {
  const first = dayOf(start, place.zone);
  return () =>
    daysFrom(start, place.zone, (day) => {
      const [from, until] = [startOf(day, place.zone), startOf(nextDay(day), place.zone)];
      if (day === first) return [{ from, until, counts: false, why: 'day-of-receipt' }];
      const kind = place.book(day);
      if (kind === 'working') return [{ from, until, counts: true, why: 'working-day' }];
      return [{ from, until, counts: false, why: kind === 'holiday' ? 'holiday' : 'rest-day' }];
    });
}

/** All time counts; its limit is the end of the day. */
export function sameDay(start: number): Course {
  return () => [{ from: start, until: Infinity, counts: true, why: 'same-day' }];
}

/** 24:00 of the day of a moment. */
export function endOfDay(moment: number, zone: string): number {
  return startOf(nextDay(dayOf(moment, zone)), zone);
}

export function dayOf(moment: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function hoursOf(day: Day, { week, closedOnHolidays }: OpenHours, { zone, book }: Place): Stretch[] {
  const [start, end] = [startOf(day, zone), startOf(nextDay(day), zone)];
  if (closedOnHolidays && book(day) === 'holiday') return [{ from: start, until: end, counts: false, why: 'holiday' }];
  const stretches: Stretch[] = [];
  let at = start;
  for (const interval of week[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? []) {
    const [from, until] = [minuteOf(day, interval.from, zone), minuteOf(day, interval.until, zone)];
    if (from > at) stretches.push({ from: at, until: from, counts: false, why: 'closed-hours' });
    stretches.push({ from, until, counts: true, why: 'open-hours' });
    at = until;
  }
  if (at < end) stretches.push({ from: at, until: end, counts: false, why: 'closed-hours' });
  return stretches;
}

function* daysFrom(start: number, zone: string, stretchesOf: (day: Day) => Stretch[]): Generator<Stretch> {
  let day = dayOf(start, zone);
  for (let count = 0; count < MOST_DAYS; count += 1, day = nextDay(day)) {
    for (const stretch of stretchesOf(day))
      if (stretch.until > start) yield { ...stretch, from: Math.max(stretch.from, start) };
  }
  throw new RangeError(`No end of this time within ${MOST_DAYS} days`);
}

function minuteOf(day: Day, minute: number, zone: string): number {
  if (minute >= 1440) return startOf(nextDay(day), zone);
  const plainTime = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}

/** 00:00, or later where the clocks skip midnight. */
function startOf(day: Day, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

function nextDay(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
