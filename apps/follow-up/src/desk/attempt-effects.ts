import { FollowUpMessageRequestedV1, FollowUpNotificationRequestedV1, TaskAttemptedV1 } from '#contracts';
import type { AfterAttempt } from '../calls/attempt.rules.js';
import type { Effects } from '../plans/chronicle.js';
import { factsOf } from '../tasks/task-events.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import type { AttemptEntity } from './attempt.entity.js';

/** The call was made; that the task had gone its way without it is told as well (ADR 77). */
export function tellOfLateAttempt(effects: Effects, task: TaskEntity, attempt: AttemptEntity): void {
  const { id: attemptId, number, outcome, at } = attempt;
  lineOf(effects, task, attempt);
  const facts = { attemptId, number, outcome, attemptedAt: at.toISOString(), closed: false, late: true };
  effects.event(TaskAttemptedV1, { ...factsOf(task), ...facts });
  if (outcome === 'wrong-number') effects.event(FollowUpNotificationRequestedV1, wrongNumber(task));
}

/** What an attempt leaves on the plan's trail, and tells others (FU-7). Of the end of a task the herald tells. */
export function tellOfAttempt(
  effects: Effects,
  task: TaskEntity,
  attempt: AttemptEntity,
  decided: AfterAttempt,
  endsAt: Date | null,
): void {
  const { id: attemptId, number, outcome, at } = attempt;
  const facts = { ...factsOf(task), attemptId, number, outcome, attemptedAt: at.toISOString() };
  if (decided.status === 'open') {
    lineOf(effects, task, attempt);
    effects.event(TaskAttemptedV1, { ...facts, closed: false, nextAt: decided.nextAt.toISOString() });
    return;
  }
  effects.event(TaskAttemptedV1, { ...facts, closed: true });
  if (decided.outcome === 'wrong-number') effects.event(FollowUpNotificationRequestedV1, wrongNumber(task));
  if (decided.sendsMessage) effects.event(FollowUpMessageRequestedV1, notReached(task, endsAt));
}

function lineOf(effects: Effects, { planId, step }: TaskEntity, { outcome, note }: AttemptEntity): void {
  if (planId === null) return;
  effects.line({ planId, what: 'task-attempted', step, reason: outcome, ...(note === null ? {} : { note }) });
}

/** Instead of a call that nobody took. */
function notReached(task: TaskEntity, endsAt: Date | null): FollowUpMessageRequestedV1 {
  return {
    purpose: 'follow-up.not-reached',
    patientId: task.patientId,
    subjectType: 'task',
    subjectId: task.id,
    occasion: 'once',
    template: 'not-reached',
    variables: {},
    urgent: false,
    ...(endsAt === null ? {} : { expiresAt: endsAt.toISOString() }),
  };
}

/** Somebody has to find out the patient's right number. */
function wrongNumber(task: TaskEntity): FollowUpNotificationRequestedV1 {
  return {
    purpose: 'follow-up.wrong-number',
    subjectType: 'task',
    subjectId: task.id,
    occasion: 'once',
    urgency: 'low',
    titleZh: '患者电话号码有误',
    titleEn: 'A patient’s number is wrong',
    textZh: '随访电话接听者并非患者本人或家属，请核实并更正该患者的电话号码。',
    textEn: 'Whoever answered a follow-up call does not know the patient: find out the right number and correct it.',
    link: `/follow-up/tasks/${task.id}`,
    to: [{ role: 'centre-manager' }],
    next: [],
  };
}
