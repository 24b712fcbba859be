import { Temporal } from 'temporal-polyfill';
import type { Day } from '../calendar/hospital-day.rules.js';

/** Days of the hospital, the first and the last one included. */
export interface Period {
  from: Day;
  to: Day;
}

/** A period as far as it has come, and the day until whose end things are counted for it. */
export interface CountedPeriod extends Period {
  countedTo: Day;
}

/** What a period is held against (rules.md: like for like). */
export const COMPARISONS = ['previous-period', 'last-year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The longest period that is counted in one request, in days: a leap year. */
export const LONGEST_PERIOD_DAYS = 366;

const date = (day: Day) => Temporal.PlainDate.from(day);

/** How many days a period has. */
export function daysIn({ from, to }: Period): number {
  return date(from).until(date(to), { largestUnit: 'days' }).days + 1;
}

/** The days that have begun; undefined for a period that is wholly to come. */
export function elapsed({ from, to }: Period, today: Day): CountedPeriod | undefined {
  if (from > today) return undefined;
  return { from, to: to < today ? to : today, countedTo: today };
}

/**
 * Like for like: the same elapsed days of the period before or of the year before, counted until as long after its end.
 * A period of whole calendar months is held against as many whole months.
 */
export function comparable(asked: Period, today: Day, by: Comparison): CountedPeriod | undefined {
  const counted = elapsed(asked, today);
  if (!counted) return undefined;
  const from = by === 'last-year' ? date(asked.from).subtract({ years: 1 }) : before(asked);
  const until = by === 'last-year' ? date(asked.to).subtract({ years: 1 }) : date(asked.from).subtract({ days: 1 });
  const wanted = from.add({ days: daysIn(counted) - 1 });
  // A running March has more days than February; a whole one is held against all of February.
  const isWhole = counted.to === asked.to;
  const to = isWhole || Temporal.PlainDate.compare(wanted, until) > 0 ? until : wanted;
  const waited = date(counted.to).until(date(today), { largestUnit: 'days' });
  return { from: from.toString(), to: to.toString(), countedTo: to.add(waited).toString() };
}

/** First day of the period before one. */
function before({ from, to }: Period): Temporal.PlainDate {
  const [first, last] = [date(from), date(to)];
  const isWholeMonths = first.day === 1 && last.day === last.daysInMonth;
  if (!isWholeMonths) return first.subtract({ days: daysIn({ from, to }) });
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  return first.subtract({ months });
}
