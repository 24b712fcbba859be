import { currentContext, newId } from '#platform';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { AfterAttempt } from '../calls/attempt.rules.js';
import { bandAt } from '../calls/call-times.rules.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import type { AttemptEntity } from './attempt.entity.js';
import type { Attempt, NewAttempt } from './attempts.dto.js';

/** A message stands in for a call, not for a letter or a visit to a bed. */
export function withoutMessage({ mode, kind }: TaskEntity, decided: AfterAttempt): AfterAttempt {
  const isCall = mode === 'call' && kind !== 'in-hospital-care';
  return decided.status === 'done' ? { ...decided, sendsMessage: decided.sendsMessage && isCall } : decided;
}

/** The first moment at which a task can no longer be done. */
export function endOf({ lapsesOn }: Pick<TaskEntity, 'lapsesOn'>, zone: string): Date | null {
  return lapsesOn === null ? null : startOf(addDays(lapsesOn, 1), zone);
}

export function attemptOf(
  task: TaskEntity,
  made: NewAttempt,
  decided: AfterAttempt | 'late',
  responseId: string | null,
  { now }: Occasion,
): AttemptEntity {
  const actor = currentContext()?.actor;
  return {
    id: newId(),
    taskId: task.id,
    patientId: task.patientId,
    number: task.attempts + 1,
    at: now,
    outcome: made.outcome,
    note: made.note ?? null,
    callLaterAt: made.callLaterAt === undefined ? null : new Date(made.callLaterAt),
    nextAt: decided !== 'late' && decided.status === 'open' ? decided.nextAt : null,
    responseId,
    late: decided === 'late',
    byId: actor?.id ?? null,
    byName: actor?.name || null,
  };
}

export function taskAfter(
  task: TaskEntity,
  attempt: AttemptEntity,
  decided: AfterAttempt,
  occasion: Occasion,
): TaskEntity {
  const worked = {
    ...task,
    attempts: attempt.number,
    claimedBy: null,
    claimedUntil: null,
    givenBackBy: null,
    version: task.version + 1,
  };
  if (decided.status === 'open') {
    const { nextAt, isPromise } = decided;
    const avoidBand = attempt.outcome === 'no-answer' ? bandAt(attempt.at, occasion.zone) : null;
    // A promise is kept by whoever is there then.
    const assignedTo = isPromise ? null : task.assignedTo;
    return { ...worked, assignedTo, readyAt: nextAt, promisedAt: isPromise ? nextAt : null, avoidBand };
  }
  return {
    ...worked,
    status: 'done',
    outcome: decided.outcome,
    note: attempt.note,
    completedAt: attempt.at,
    completedBy: attempt.byId,
    completedByName: attempt.byName,
    deadlineAt: null,
    closedAt: attempt.at,
  };
}

export function presentAttempt({ at, callLaterAt, nextAt, ...attempt }: AttemptEntity): Attempt {
  const { id, number, outcome, note, responseId, late, byId, byName } = attempt;
  return {
    id,
    number,
    at: at.toISOString(),
    outcome,
    note,
    callLaterAt: callLaterAt?.toISOString() ?? null,
    nextAt: nextAt?.toISOString() ?? null,
    responseId,
    late,
    byId,
    byName,
  };
}
