import { Temporal } from 'temporal-polyfill';

/** On the hospital's clock, "21:00" to "08:00"; the first minute is quiet, the last moment no longer. */
export interface QuietHours {
  starts: string;
  ends: string;
  zone: string;
}

/** When quiet hours that cover the moment end; null outside them. Hours that end when they start are none at all. */
export function quietUntil(at: Date, { starts, ends, zone }: QuietHours): Date | null {
  if (starts === ends) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const time = local.toPlainTime();
  const begun = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(starts)) >= 0;
  const over = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(ends)) >= 0;
  const overNight = ends < starts;
  if (overNight ? !begun && over : !begun || over) return null;
  const day = overNight && begun ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: ends }).epochMilliseconds);
}
