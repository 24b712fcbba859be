import { Temporal } from 'temporal-polyfill';

/** A day of the hospital: when it begins and when it is over. */
export interface PatrolDay {
  /** YYYY-MM-DD */
  day: string;
  /** The first moment of the next day: what is not done by then is reported (CP-6). */
  endsAt: Date;
}

/** The patrol that is to be made at `now`. Days that nobody looked at are over: a patrol of the past finds nothing. */
export function patrolDay(now: Date, zone: string): PatrolDay {
  const day = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate();
  return { day: day.toString(), endsAt: new Date(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds) };
}

export const PATROL_STATUSES = ['open', 'done', 'late', 'missed'] as const;
export type PatrolStatus = (typeof PATROL_STATUSES)[number];

export interface PatrolState {
  endsAt: Date;
  doneAt: Date | null;
}

/** `late`: done after its day, and reported before; `missed`: over and not done. */
export function patrolStatus({ endsAt, doneAt }: PatrolState, now: Date): PatrolStatus {
  if (doneAt) return doneAt < endsAt ? 'done' : 'late';
  return now < endsAt ? 'open' : 'missed';
}

/** Of five: so many stars or fewer are a bad review, which needs a private answer (CP-6). */
const BAD_STARS = 2;
/** From detection to the private answer. */
export const REVIEW_ANSWER_MINUTES = 30;

/** @param stated what a person says of it counts, stars or not */
export function isBadReview(stars: number | null, stated?: boolean): boolean {
  return stated ?? (stars !== null && stars <= BAD_STARS);
}

/** Whether the private answer came in time; null while it may still come. */
export function answeredInTime(review: { detectedAt: Date; answeredAt: Date | null }, now: Date): boolean | null {
  const limit = review.detectedAt.getTime() + REVIEW_ANSWER_MINUTES * 60_000;
  if (review.answeredAt) return review.answeredAt.getTime() <= limit;
  return now.getTime() > limit ? false : null;
}
