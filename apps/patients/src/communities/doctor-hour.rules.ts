import { Temporal } from 'temporal-polyfill';

/** The weekly doctor's hour of a community, in the hospital's zone (PT-10). */
export interface DoctorHour {
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  /** `HH:MM` */
  time: string;
  minutes: number;
  doctorId: string | null;
  departmentId: string | null;
}

/** What is known of the hour that is told of next, and of what was told of it. */
export interface HourState {
  at: Date;
  approachTold: boolean;
  beginTold: boolean;
}

export interface HourStep {
  tells: 'approached' | 'began' | null;
  /** The hour looked at from now on, and when there is something to do about it. */
  at: Date;
  dueAt: Date;
}

export interface HourPlace {
  zone: string;
  /** Calendar days before an hour on which it is announced, at the same time of day. */
  leadDays: number;
}

/**
 * PT-10: the first hour that is not over after `now`. Where clocks go forward over it, it is later by as much; where
 * they go back, it is the first of the two.
 */
export function hourFrom({ weekday, time, minutes }: DoctorHour, now: Date, zone: string): Date {
  const today = instant(now).toZonedDateTimeISO(zone).toPlainDate();
  // From yesterday: an hour may last over midnight.
  for (let ahead = -1; ; ahead += 1) {
    const day = today.add({ days: ahead });
    if (day.dayOfWeek !== weekday) continue;
    const at = date(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }));
    if (endOf(at, minutes) > now) return at;
  }
}

/** When an hour is announced. */
export function approachOf(at: Date, { zone, leadDays }: HourPlace): Date {
  return date(instant(at).toZonedDateTimeISO(zone).subtract({ days: leadDays }));
}

/**
 * PT-10: what is told now, of which hour, and when to look again. An hour is announced until it begins and told to begin
 * until it is over: what passed while nobody worked is not told any more.
 */
export function hourStep(hour: DoctorHour, state: HourState, now: Date, place: HourPlace): HourStep {
  const { at } = state;
  if (endOf(at, hour.minutes) <= now) return waiting(hourFrom(hour, now, place.zone), now, place);
  if (at <= now) {
    const next = hourFrom(hour, endOf(at, hour.minutes), place.zone);
    return { ...waiting(next, now, place), tells: state.beginTold ? null : 'began' };
  }
  const announced = approachOf(at, place);
  if (announced > now) return { tells: null, at, dueAt: announced };
  return { tells: state.approachTold ? null : 'approached', at, dueAt: at };
}

/** To be looked at again at once when the hour's announcement is due already. */
function waiting(at: Date, now: Date, place: HourPlace): HourStep {
  const announced = approachOf(at, place);
  return { tells: null, at, dueAt: announced > now ? announced : now };
}

function endOf(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

function instant(at: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime());
}

function date({ epochMilliseconds }: { epochMilliseconds: number }): Date {
  return new Date(epochMilliseconds);
}
