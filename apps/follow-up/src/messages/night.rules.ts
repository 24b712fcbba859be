import { Temporal } from 'temporal-polyfill';
import { addDays } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';

/** `HH:MM` on the hospital's clock; over midnight when it ends before it begins, none when both are the same. */
export interface QuietHours {
  callQuietFrom: string;
  callQuietUntil: string;
}

/** Whether the night desk is on. */
export function isNight(
  { now, zone }: Pick<Occasion, 'now' | 'zone'>,
  { callQuietFrom, callQuietUntil }: QuietHours,
): boolean {
  const time = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainTime();
  const text = time.toString({ smallestUnit: 'minute' });
  if (callQuietFrom <= callQuietUntil) return text >= callQuietFrom && text < callQuietUntil;
  return text >= callQuietFrom || text < callQuietUntil;
}

/** A moment of the hospital's day. */
export function dayAt({ today, zone }: Pick<Occasion, 'today' | 'zone'>, time: string): Date {
  const day = Temporal.PlainDate.from(today);
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}

/** The moment on the day after that education goes out (FU-4). */
export function nextDayAt({ today, zone }: Pick<Occasion, 'today' | 'zone'>, time: string): Date {
  return dayAt({ today: addDays(today, 1), zone }, time);
}
