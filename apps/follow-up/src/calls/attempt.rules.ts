import type { TaskOutcome } from '../tasks/task.rules.js';
import {
  bandAt,
  isBeyond,
  nextCallMoment,
  nextDayInAnotherBand,
  nextTryMoment,
  type CallLimits,
} from './call-times.rules.js';

/** What can come of one call (FU-7). */
export const ATTEMPT_OUTCOMES = ['reached', 'no-answer', 'busy', 'wrong-number', 'refused', 'call-later'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** Of a call nobody took: it may be tried again. */
export const UNANSWERED: readonly AttemptOutcome[] = ['no-answer', 'busy'];

/** What is known when an attempt is recorded. */
export interface AttemptFacts {
  outcome: AttemptOutcome;
  at: Date;
  /** Calls of this task nobody took before this one. */
  unansweredBefore: number;
  /** After so many calls that nobody took a message goes out instead. */
  allowed: number;
  busyRetryMinutes: number;
  /** Neither quiet hours nor holidays nor declared times delay it, and it is tried again soon. */
  isUrgent: boolean;
  /** The nurse ends the task with this attempt, come what may. */
  isLast: boolean;
  callLaterAt?: Date;
  /** The first moment at which the task can no longer be done; null: it has no end. */
  endsAt: Date | null;
}

export type AfterAttempt =
  | { status: 'done'; outcome: TaskOutcome; sendsMessage: boolean }
  | { status: 'open'; nextAt: Date; isPromise: boolean };

/** The patient wants to be called at a time at which nobody can. */
export class UnkeepablePromiseError extends Error {
  constructor(readonly reason: 'not-in-future' | 'after-last-day') {
    super(reason);
  }
}

/** What follows an attempt. @throws UnkeepablePromiseError */
export function afterAttempt(facts: AttemptFacts, limits: CallLimits): AfterAttempt {
  const { outcome, unansweredBefore, allowed, isLast, endsAt } = facts;
  if (outcome === 'call-later') return promised(facts, limits);
  if (outcome !== 'no-answer' && outcome !== 'busy') return { status: 'done', outcome, sendsMessage: false };
  const nextAt = retryAt(facts, limits);
  const isOver = isLast || unansweredBefore + 1 >= allowed || nextAt === undefined || isBeyond(nextAt, endsAt);
  if (isOver) return { status: 'done', outcome: 'no-answer', sendsMessage: true };
  return { status: 'open', nextAt, isPromise: false };
}

/** A promise gives way to quiet hours only: what the patient says now stands above what was said before. */
function promised({ at, callLaterAt, isUrgent, endsAt }: AttemptFacts, { zone, quiet }: CallLimits): AfterAttempt {
  if (callLaterAt === undefined || callLaterAt <= at) throw new UnkeepablePromiseError('not-in-future');
  const nextAt = isUrgent ? callLaterAt : nextCallMoment(callLaterAt, { zone, quiet });
  if (nextAt === undefined || isBeyond(nextAt, endsAt)) throw new UnkeepablePromiseError('after-last-day');
  return { status: 'open', nextAt, isPromise: true };
}

function retryAt({ outcome, at, busyRetryMinutes, isUrgent, endsAt }: AttemptFacts, limits: CallLimits) {
  const soon = new Date(at.getTime() + busyRetryMinutes * 60_000);
  if (isUrgent) return soon;
  if (outcome === 'busy') return nextTryMoment(soon, { ...limits, avoid: null }, endsAt);
  const { zone } = limits;
  return nextTryMoment(nextDayInAnotherBand(at, zone), { ...limits, avoid: bandAt(at, zone) }, endsAt);
}
