import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
/** Nobody is told of the same year more often. */
const REMINDED_AFTER_DAYS = 7;

/** The state publishes a year's holidays in the November before it: from its first morning on somebody has to note them. */
export function watchedFrom(year: number, zone: string): Date {
  const morning = Temporal.ZonedDateTime.from({ year: year - 1, month: 11, day: 1, hour: 9, timeZone: zone });
  return new Date(morning.epochMilliseconds);
}

export type Look = { then: 'next-year' } | { then: 'remind'; at: Date };

/** What follows when a year is looked at. */
export function lookAt(year: number, { isKnown, now, zone }: { isKnown: boolean; now: Date; zone: string }): Look {
  const isOver = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).year > year;
  if (isKnown || isOver) return { then: 'next-year' };
  return { then: 'remind', at: new Date(now.getTime() + REMINDED_AFTER_DAYS * DAY_MS) };
}

/** The years whose holidays should be known by now: this one, and the next from November on. */
export function neededYears(now: Date, zone: string): number[] {
  const { year } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return now < watchedFrom(year + 1, zone) ? [year] : [year, year + 1];
}
