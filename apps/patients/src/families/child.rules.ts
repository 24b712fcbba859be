import { Temporal } from 'temporal-polyfill';
import { latestDay } from '../people/latest-day.rules.js';

/**
 * The day on which somebody is of an age; 29 February counts on the 28th in common years, as PT-6 keeps it. Of a birth
 * date known by year or month only the latest day counts: who may be a child is one. Null when it is not known at all.
 */
export function dayOfAge(birthDate: string | null, age: number): Temporal.PlainDate | null {
  return birthDate === null ? null : latestDay(birthDate).add({ years: age });
}

/** Whether somebody has not come of an age yet, by the calendar of the hospital's zone; unknown: has. */
export function isBelow(birthDate: string | null, age: number, at: Date, zone: string): boolean {
  const day = dayOfAge(birthDate, age);
  if (day === null) return false;
  const today = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(today, day) < 0;
}

/** The instant somebody comes of an age. */
export function comesOfAgeAt(birthDate: string | null, age: number, zone: string): Date | null {
  const day = dayOfAge(birthDate, age);
  return day && new Date(day.toZonedDateTime(zone).epochMilliseconds);
}
