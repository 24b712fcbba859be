import { UnknownYearError } from '../calendars/day-book.rules.js';
import type { Place } from '../calendars/hours.rules.js';
import type { Ladder } from '../escalation/ladder.rules.js';
import { dueOf, percentOf, type Terms } from './clock.rules.js';

export interface Timing {
  dueAt: Date | null;
  /** When the deadlines look at it; null when there is nothing to wait for. */
  nextAt: Date | null;
  /** The year whose holidays nobody knows yet. */
  undatedYear: number | null;
}

/** How soon an undated clock is looked at again: somebody may have noted the year. */
const AGAIN_MS = 3_600_000;

/** When a running clock is due and when it is next looked at. An unknown year leaves it undated, which is no failure of the ticket. */
export function timingOf(terms: Terms, ladder: Ladder, step: number, now: Date, place: Place): Timing {
  let dueAt: Date | null = null;
  try {
    dueAt = dueOf(terms, place);
    const percent = ladder[step];
    return { dueAt, nextAt: percent === undefined ? null : percentOf(terms, percent, place), undatedYear: null };
  } catch (error) {
    if (!(error instanceof UnknownYearError)) throw error;
    return { dueAt, nextAt: new Date(now.getTime() + AGAIN_MS), undatedYear: error.year };
  }
}
