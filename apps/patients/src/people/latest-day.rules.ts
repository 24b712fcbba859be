import { Temporal } from 'temporal-polyfill';

/**
 * The latest day that a birth date known by year, month or day can mean. A month or day of 00, as some files have it, is
 * one that is not known.
 * @param birthDate `1968`, `1968-05` or `1968-05-12`
 */
export function latestDay(birthDate: string): Temporal.PlainDate {
  const [year, month, day] = birthDate.split('-').map(Number);
  return Temporal.PlainDate.from({ year: year as number, month: month || 12, day: day || 31 });
}
