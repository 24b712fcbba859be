import { Temporal } from 'temporal-polyfill';

const MOST_DAYS = 366;

/** Days as the hospital counts them, from the first moment of the first to the first moment after the last. */
export interface Period {
  from: Date;
  until: Date;
}

/** @returns the fault when the days are none, are in the wrong order or are more than a year */
export function periodOf(from: string, to: string, zone: string): Period | 'backwards' | 'too-long' {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = first.until(last, { largestUnit: 'days' }).days + 1;
  if (days < 1) return 'backwards';
  if (days > MOST_DAYS) return 'too-long';
  const begin = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return { from: begin(first), until: begin(last.add({ days: 1 })) };
}

/** A share of a whole; null of nothing. */
export function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
