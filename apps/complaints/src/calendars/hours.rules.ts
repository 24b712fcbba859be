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

/** A day on the hospital's clock, in milliseconds of the epoch: 00:00, or later where the clocks skip midnight, to 24:00. */
interface DayFacts {
  from: number;
  until: number;
  next: Day;
  /** 0 is Monday. */
  weekday: number;
}

/** Where and by which calendar days are told apart. */
export interface Place {
  zone: string;
  book: DayBook;
  day(day: Day): DayFacts;
}

/** A place that remembers its days: those of a batch of clocks are nearly the same, and to reckon one takes long. */
export function placeOf(zone: string, book: DayBook): Place {
  return { zone, book: remembered(book), day: remembered((day: Day) => dayFacts(day, zone)) };
}

export function roundTheClock(start: number): Course {
  return () => [{ from: start, until: Infinity, counts: true, why: 'round-the-clock' }];
}

/** Only the open hours count. @throws UnknownYearError when holidays matter and the year is not known */
export function openHours(start: number, hours: OpenHours, place: Place): Course {
  return () => daysFrom(start, place, (day) => hoursOf(day, hours, place));
}

/** Whole working days count, from the one after the start on. @throws UnknownYearError */
export function workingDays(start: number, place: Place): Course {
  const first = dayOf(start, place.zone);
  return () =>
    daysFrom(start, place, (day) => {
      const { from, until } = place.day(day);
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
export function endOfDay(moment: number, place: Place): number {
  return place.day(dayOf(moment, place.zone)).until;
}

export function dayOf(moment: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function hoursOf(day: Day, { week, closedOnHolidays }: OpenHours, place: Place): Stretch[] {
  const { from: start, until: end, weekday } = place.day(day);
  if (closedOnHolidays && place.book(day) === 'holiday')
    return [{ from: start, until: end, counts: false, why: 'holiday' }];
  const stretches: Stretch[] = [];
  let at = start;
  for (const interval of week[weekday] ?? []) {
    const [from, until] = [minuteOf(day, interval.from, place), minuteOf(day, interval.until, place)];
    if (from > at) stretches.push({ from: at, until: from, counts: false, why: 'closed-hours' });
    stretches.push({ from, until, counts: true, why: 'open-hours' });
    at = until;
  }
  if (at < end) stretches.push({ from: at, until: end, counts: false, why: 'closed-hours' });
  return stretches;
}

function* daysFrom(start: number, place: Place, stretchesOf: (day: Day) => Stretch[]): Generator<Stretch> {
  let day = dayOf(start, place.zone);
  for (let count = 0; count < MOST_DAYS; count += 1, day = place.day(day).next) {
    for (const stretch of stretchesOf(day))
      if (stretch.until > start) yield { ...stretch, from: Math.max(stretch.from, start) };
  }
  throw new RangeError(`No end of this time within ${MOST_DAYS} days`);
}

function minuteOf(day: Day, minute: number, place: Place): number {
  if (minute >= 1440) return place.day(day).until;
  const plainTime = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: place.zone, plainTime }).epochMilliseconds;
}

function dayFacts(day: Day, zone: string): DayFacts {
  const date = Temporal.PlainDate.from(day);
  const next = date.add({ days: 1 });
  const [from, until] = [date, next].map((each) => each.toZonedDateTime(zone).epochMilliseconds) as [number, number];
  return { from, until, next: next.toString(), weekday: date.dayOfWeek - 1 };
}

/** What throws is asked again. */
function remembered<T>(answer: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    const found = known.get(day) ?? answer(day);
    known.set(day, found);
    return found;
  };
}
