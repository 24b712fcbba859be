import type { Place } from '../calendars/hours.rules.js';
import { segmentsUntil, type Stretch } from '../calendars/stretch.rules.js';
import { courseOf, dueOf, type Terms } from './clock.rules.js';

/** Why a deadline is what it is: the time since the start, piece by piece, and whether it counted. */
export interface Why {
  /** Null while the clock is paused. */
  dueAt: Date | null;
  /** How much may be counted, in seconds. */
  limitSeconds: number;
  /** How much was counted when it stopped, or by now. */
  countedSeconds: number;
  /** What is left by now; below 0 when it is overdue. */
  leftSeconds: number;
  /** From the start to the deadline; to the stop when it stopped, to now while it is paused. */
  segments: Stretch[];
}

/** @throws UnknownYearError */
export function whyOf(terms: Terms, stoppedAt: Date | null, now: Date, place: Place): Why {
  const { course, goal } = courseOf(terms, place);
  const dueAt = dueOf(terms, place);
  const reached = (stoppedAt ?? now).getTime();
  const counted = segmentsUntil(course, reached).reduce((sum, piece) => sum + lengthCounted(piece), 0);
  return {
    dueAt,
    limitSeconds: seconds(goal),
    countedSeconds: seconds(counted),
    leftSeconds: seconds(goal - counted),
    segments: segmentsUntil(course, stoppedAt?.getTime() ?? dueAt?.getTime() ?? reached),
  };
}

function lengthCounted({ from, until, counts }: Stretch): number {
  return counts ? until - from : 0;
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
