import { Temporal } from 'temporal-polyfill';

/** Calendar days of the hospital, `YYYY-MM-DD`, the last one included. */
export interface Period {
  from: string;
  until: string;
}

const QUARTER = /^(\d{4})-Q([1-4])$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;
/** A year no complaint is from. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 9000;

/** The days of `2026-Q1`, `2026-03` or `2026`; undefined for what is none of them. */
export function periodOf(text: string): Period | undefined {
  const [, quarterYear, quarter] = QUARTER.exec(text) ?? [];
  if (quarterYear !== undefined) return months(Number(quarterYear), Number(quarter) * 3 - 2, 3);
  const [, monthYear, month] = MONTH.exec(text) ?? [];
  if (monthYear !== undefined) return months(Number(monthYear), Number(month), 1);
  return YEAR.test(text) ? months(Number(text), 1, 12) : undefined;
}

/** A valid complaint takes the award of a quarter; beside a candidate of the year it is a flag for whoever decides (CP-8). */
export function losesAward(text: string): boolean {
  return QUARTER.test(text);
}

/** Whether its last day has ended in the hospital's zone. */
export function hasEnded({ until }: Period, now: Date, zone: string): boolean {
  return dayAt(now, zone) > until;
}

/** The hospital's day of a moment. */
export function dayAt(moment: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function months(year: number, month: number, count: number): Period | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const from = Temporal.PlainDate.from({ year, month, day: 1 });
  return { from: from.toString(), until: from.add({ months: count }).subtract({ days: 1 }).toString() };
}
