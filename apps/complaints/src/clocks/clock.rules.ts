import {
  endOfDay,
  openHours,
  roundTheClock,
  sameDay,
  workingDays,
  type OpenHours,
  type Place,
} from '../calendars/hours.rules.js';
import { momentOf, withPauses, type Course, type Pause } from '../calendars/stretch.rules.js';

/** How long a clock may run: counted minutes, working days after the day of receipt (0: that same day), or up to a date. */
export type Limit =
  { unit: 'minutes'; value: number } | { unit: 'working-days'; value: number } | { unit: 'until'; at: Date };

/** What was promised, and the time that is not counted. */
export interface Terms {
  startedAt: Date;
  limit: Limit;
  /** Null: round the clock. */
  hours: OpenHours | null;
  pauses: readonly Pause[];
}

const MINUTE_MS = 60_000;

/** The time of a clock, and how much of it may be counted. @throws UnknownYearError */
export function courseOf({ startedAt, limit, hours, pauses }: Terms, place: Place): { course: Course; goal: number } {
  const start = startedAt.getTime();
  const paused = (course: Course, goal: number) => ({ course: withPauses(course, pauses), goal });
  switch (limit.unit) {
    case 'minutes':
      return paused(hours ? openHours(start, hours, place) : roundTheClock(start), limit.value * MINUTE_MS);
    case 'until':
      return paused(roundTheClock(start), Math.max(0, limit.at.getTime() - start));
    case 'working-days': {
      if (limit.value === 0) return paused(sameDay(start), endOfDay(start, place) - start);
      const course = workingDays(start, place);
      return paused(course, lengthOf(course, limit.value));
    }
  }
}

/** When the limit is reached: the last moment that is still in time. Null while the clock is paused. @throws UnknownYearError */
export function dueOf(terms: Terms, place: Place): Date | null {
  return percentOf(terms, 100, place);
}

/** When so many per cent of the limit have been counted. @throws UnknownYearError */
export function percentOf(terms: Terms, percent: number, place: Place): Date | null {
  const { course, goal } = courseOf(terms, place);
  const moment = momentOf(course, (goal * percent) / 100);
  return moment === null ? null : new Date(moment);
}

/** Whether what was promised happened too late. At the very moment it is in time. */
export function isLate(dueAt: Date | null, at: Date): boolean {
  return dueAt !== null && at.getTime() > dueAt.getTime();
}

/** How long so many counted days are together: where clocks are put back a day has 25 hours. */
function lengthOf(course: Course, days: number): number {
  let [left, length] = [days, 0];
  for (const { from, until, counts } of course()) {
    if (!counts) continue;
    length += until - from;
    left -= 1;
    if (left === 0) break;
  }
  return length;
}
