import { Temporal } from 'temporal-polyfill';

const OFFSET = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const CALENDAR_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The moment an ISO 8601 text means; one without an offset is meant in the hospital's zone, a date from its first minute on. */
export function instantOf(text: string, zone: string): Date {
  const date = CALENDAR_DATE.exec(text);
  if (date) return inZone(`${date[1]}-${date[2] ?? '01'}-${date[3] ?? '01'}T00:00:00`, zone);
  return text.includes('T') && !OFFSET.test(text) ? inZone(text, zone) : new Date(text);
}

function inZone(local: string, zone: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
}

/** A sender whose clock is ahead must not shut out what is reported after it: nothing happens in the future. */
export function notAfter(moment: Date, now: Date): Date {
  return moment > now ? now : moment;
}
