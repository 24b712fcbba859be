import { dayOf, type Day } from './hospital-day.rules.js';

/** The moment something happens here, and what caused it. */
export interface Occasion {
  now: Date;
  /** The hospital's day of `now`. */
  today: Day;
  /** The hospital's time zone. */
  zone: string;
  /** Id of the event that caused it; absent for people's requests and for the calendar. */
  cause?: string;
}

export function occasionAt(now: Date, zone: string, cause?: string): Occasion {
  return { now, today: dayOf(now, zone), zone, ...(cause === undefined ? {} : { cause }) };
}
