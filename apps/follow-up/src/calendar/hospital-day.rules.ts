import { Temporal } from 'temporal-polyfill';

/** A calendar day of the hospital, `YYYY-MM-DD`; such texts compare as the days do. */
export type Day = string;

const NAMES_AN_INSTANT = /(Z|[+-]\d{2}(:?\d{2})?)$/i;
const FIRST_YEAR = 1900;
/** Systems write 9999 for "no end known"; following that up would forget the patient in silence. */
const LAST_YEAR = 9900;

/**
 * The moment an ISO 8601 text means; without an offset it is the hospital's own time.
 * @throws RangeError when the text is no moment, or one that no hospital means.
 */
export function momentOf(text: string, zone: string): Date {
  const zoned =
    text.includes('T') && NAMES_AN_INSTANT.test(text)
      ? Temporal.Instant.from(text).toZonedDateTimeISO(zone)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
  if (zoned.year < FIRST_YEAR || zoned.year > LAST_YEAR) throw new RangeError(`${text} is not a plausible date`);
  return new Date(zoned.epochMilliseconds);
}

/** The hospital's calendar day at a moment. */
export function dayOf(moment: Date, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The first moment of a day: 00:00, or later where the clocks skip midnight. */
export function startOf(day: Day, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** The moment of a full hour of a day, 0 to 23; a later one where the clocks skip it. */
export function hourOf(day: Day, hour: number, zone: string): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(hour) });
  return new Date(at.epochMilliseconds);
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day of a later month, or that month's last day when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString();
}

/** Days from one day to another, negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
