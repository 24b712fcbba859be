import { Temporal } from 'temporal-polyfill';
import type { Day } from '../calendar/hospital-day.rules.js';

/** Times of day among which a call that was not answered moves (FU-7). */
export const BANDS = ['morning', 'afternoon', 'evening'] as const;
export type Band = (typeof BANDS)[number];

/** Minutes of the day. */
const NOON = 12 * 60;
const SIX = 18 * 60;
const MIDNIGHT = 24 * 60;
/** When a band's retries begin: not with its first minute, when people sit down to eat or get up. */
const RETRIES_BEGIN: Record<Band, number> = { morning: 9 * 60, afternoon: 14 * 60, evening: SIX };
/** Whoever cannot be called for so long is not called. */
const LOOKS_AHEAD_DAYS = 60;

/** When a patient does not want to be called: on these weekdays (1 Monday … 7 Sunday), in minutes of the day. */
export interface DeclaredTime {
  weekdays: number[];
  from: number;
  /** The first minute that is allowed again; 1440 is the end of the day. */
  until: number;
}

export interface CallLimits {
  zone: string;
  /** Minutes of the day from and until which nobody is called; over midnight when `from` is later. */
  quiet: { from: number; until: number };
  declared?: DeclaredTime[];
  /** Whether routine calls rest on this day. */
  rests?: (day: Day) => boolean;
  /** The time of day at which the patient was not reached. */
  avoid?: Band | null;
}

/** What stands in the way of a call. */
export type Barrier = 'quiet-hours' | 'holiday' | 'declared' | 'tried-then';

/** `09:30` as minutes of the day. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return Number(hours) * 60 + Number(minutes);
}

export function bandAt(moment: Date, zone: string): Band {
  return bandOf(minuteOf(zonedAt(moment, zone)));
}

/** The band after this one, at which the next day's retry begins. */
export function retryBand(tried: Band): Band {
  return BANDS[(BANDS.indexOf(tried) + 1) % BANDS.length] ?? 'morning';
}

/** The next day at another time of day (FU-7). */
export function nextDayInAnotherBand(moment: Date, zone: string): Date {
  const zoned = zonedAt(moment, zone);
  const begins = RETRIES_BEGIN[retryBand(bandOf(minuteOf(zoned)))];
  return momentAt(zoned.toPlainDate().add({ days: 1 }), begins, zone);
}

/** What forbids a call at a moment, the strongest first; undefined when nothing does. */
export function barrierAt(moment: Date, limits: CallLimits): Barrier | undefined {
  return obstacle(zonedAt(moment, limits.zone), limits)?.barrier;
}

/** The first moment from this one on at which the patient may be called; undefined when there is none in 60 days. */
export function nextCallMoment(from: Date, limits: CallLimits): Date | undefined {
  const last = zonedAt(from, limits.zone).add({ days: LOOKS_AHEAD_DAYS });
  for (let moment = zonedAt(from, limits.zone); Temporal.ZonedDateTime.compare(moment, last) <= 0;) {
    const found = obstacle(moment, limits);
    if (found === undefined) return new Date(moment.epochMilliseconds);
    moment = found.ends;
  }
  return undefined;
}

/**
 * The first moment for the next try: at another time of day than the one avoided, or at that one again when the patient
 * can be called at no other before the task ends. Undefined when there is none in 60 days.
 */
export function nextTryMoment(from: Date, limits: CallLimits, endsAt: Date | null): Date | undefined {
  const elsewhen = nextCallMoment(from, limits);
  if (elsewhen !== undefined && !isBeyond(elsewhen, endsAt)) return elsewhen;
  return nextCallMoment(from, { ...limits, avoid: null });
}

/** Whether a task has ended by this moment. */
export function isBeyond(moment: Date, endsAt: Date | null): boolean {
  return endsAt !== null && moment >= endsAt;
}

/** Whether in some week an hour is left in which the patient can be called. */
export function leavesAnHour(declared: DeclaredTime[], quiet: CallLimits['quiet']): boolean {
  const isFree = (weekday: number, minute: number) =>
    !isQuiet(minute, quiet) && !declared.some((time) => covers(time, weekday, minute));
  return [1, 2, 3, 4, 5, 6, 7].some((weekday) => {
    let free = 0;
    for (let minute = 0; minute < MIDNIGHT; minute++) {
      free = isFree(weekday, minute) ? free + 1 : 0;
      if (free === 60) return true;
    }
    return false;
  });
}

interface Obstacle {
  barrier: Barrier;
  /** The first moment after it. */
  ends: Temporal.ZonedDateTime;
}

function obstacle(moment: Temporal.ZonedDateTime, limits: CallLimits): Obstacle | undefined {
  const minute = minuteOf(moment);
  const { quiet, declared = [], rests, avoid } = limits;
  const until = (end: number, days = 0) => at(moment.toPlainDate().add({ days }), end, limits.zone);
  if (isQuiet(minute, quiet)) {
    return { barrier: 'quiet-hours', ends: until(quiet.until, minute < quiet.until ? 0 : 1) };
  }
  if (rests?.(moment.toPlainDate().toString())) return { barrier: 'holiday', ends: until(0, 1) };
  const wish = declared.find((time) => covers(time, moment.dayOfWeek, minute));
  if (wish) return { barrier: 'declared', ends: until(wish.until) };
  if (avoid && bandOf(minute) === avoid) return { barrier: 'tried-then', ends: until(endOf(avoid)) };
  return undefined;
}

function isQuiet(minute: number, { from, until }: CallLimits['quiet']): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

function covers({ weekdays, from, until }: DeclaredTime, weekday: number, minute: number): boolean {
  return weekdays.includes(weekday) && minute >= from && minute < until;
}

function bandOf(minute: number): Band {
  if (minute < NOON) return 'morning';
  return minute < SIX ? 'afternoon' : 'evening';
}

function endOf(band: Band): number {
  return { morning: NOON, afternoon: SIX, evening: MIDNIGHT }[band];
}

function zonedAt(moment: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
}

function minuteOf(moment: Temporal.ZonedDateTime): number {
  return moment.hour * 60 + moment.minute;
}

/** A minute of a day; 1440 is the next day's first. */
function at(day: Temporal.PlainDate, minute: number, zone: string): Temporal.ZonedDateTime {
  const [date, left] = minute === MIDNIGHT ? [day.add({ days: 1 }), 0] : [day, minute];
  const time = Temporal.PlainTime.from({ hour: Math.floor(left / 60), minute: left % 60 });
  return date.toZonedDateTime({ timeZone: zone, plainTime: time });
}

function momentAt(day: Temporal.PlainDate, minute: number, zone: string): Date {
  return new Date(at(day, minute, zone).epochMilliseconds);
}
