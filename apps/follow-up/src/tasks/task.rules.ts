import { addDays, startOf, type Day } from '../calendar/hospital-day.rules.js';

/** `planned` waits for its window; `cancelled` was closed with its plan or its stay, for `closeReason`. */
export const TASK_STATUSES = ['planned', 'open', 'done', 'lapsed', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** What a task is about: a contact of a protocol, the care of a stay, or work that came up on the way. */
export const TASK_KINDS = [
  'visit',
  'in-hospital-care',
  'pain',
  'education',
  'survey',
  'call-back',
  'green-channel',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** How the patient is reached: `form` is a questionnaire by link, `letter` one on paper (FU-7). */
export const TASK_MODES = ['call', 'message', 'form', 'letter'] as const;
export type TaskMode = (typeof TASK_MODES)[number];

/** How a task that was worked on can end. Busy lines and calls put off are attempts, not ends (FU-7). */
export const CALL_ENDS = ['reached', 'no-answer', 'wrong-number', 'refused'] as const;
/** `sent`: a message that asks nothing was handed on. */
export const TASK_OUTCOMES = [...CALL_ENDS, 'sent'] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

const NEXT: Record<TaskStatus, TaskStatus[]> = {
  planned: ['open', 'lapsed', 'cancelled'],
  // Back to planned when a readmission pauses the plan.
  open: ['done', 'lapsed', 'cancelled', 'planned'],
  done: [],
  // Back to planned when the date its plan is counted from turns out to be wrong, and its days are still to come.
  lapsed: ['planned'],
  // Back to planned when the discharge that replaced its plan is taken back.
  cancelled: ['planned'],
};

/** Where a task may go from here, by whomever; an empty list means its story is over. */
export function allowedFrom(status: TaskStatus): TaskStatus[] {
  return NEXT[status];
}

export function mayBecome(from: TaskStatus, to: TaskStatus): boolean {
  return NEXT[from].includes(to);
}

/** A task's days; `lapsesOn` is the last one on which it can be done, null when it waits for ever. */
export interface TaskDays {
  opensOn: Day;
  /** The moment it opens; null for 00:00 of `opensOn`. */
  opensAt: Date | null;
  lapsesOn: Day | null;
}

/** Where an undone task of a running plan stands at a moment of the hospital's day `today`. */
export function standingOn(
  { opensOn, opensAt, lapsesOn }: TaskDays,
  { now, today }: { now: Date; today: Day },
): 'planned' | 'open' | 'lapsed' {
  if (lapsesOn !== null && today > lapsesOn) return 'lapsed';
  const hasCome = opensAt === null ? today >= opensOn : now >= opensAt;
  return hasCome ? 'open' : 'planned';
}

const HOUR = 3_600_000;

/** When somebody is told that a contact is overdue: hours after its own hour, or after the end of the day it was due. */
export function escalationOf(
  { dueOn, dueAt, escalatesAfterHours }: { dueOn: Day; dueAt: Date | null; escalatesAfterHours: number | null },
  zone: string,
): Date | null {
  if (escalatesAfterHours === null) return null;
  const due = dueAt ?? startOf(addDays(dueOn, 1), zone);
  return new Date(due.getTime() + escalatesAfterHours * HOUR);
}

/** When the calendar moves the task on: at its hour or 00:00 of the day it opens, or after the last day it can be done. */
export function deadlineOf(status: TaskStatus, { opensOn, opensAt, lapsesOn }: TaskDays, zone: string): Date | null {
  if (status === 'planned') return opensAt ?? startOf(opensOn, zone);
  return status === 'open' && lapsesOn !== null ? startOf(addDays(lapsesOn, 1), zone) : null;
}
