import { addDays, startOf, type Day } from '../calendar/hospital-day.rules.js';

/** `planned` waits for its window; `cancelled` was closed with its plan or its stay, for `closeReason`. */
export const TASK_STATUSES = ['planned', 'open', 'done', 'lapsed', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const TASK_KINDS = ['visit', 'in-hospital-care'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** How a task that was worked on can end. Busy lines and calls put off are attempts, not ends (FU-7). */
export const TASK_OUTCOMES = ['reached', 'no-answer', 'wrong-number', 'refused'] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

const NEXT: Record<TaskStatus, TaskStatus[]> = {
  planned: ['open', 'lapsed', 'cancelled'],
  // Back to planned when a readmission pauses the plan.
  open: ['done', 'lapsed', 'cancelled', 'planned'],
  done: [],
  lapsed: [],
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

/** A task's days; `lapsesOn` is the last one on which it can be done. */
export interface TaskDays {
  opensOn: Day;
  lapsesOn: Day;
}

/** Where an undone task of a running plan stands on a day. */
export function standingOn(days: TaskDays, today: Day): 'planned' | 'open' | 'lapsed' {
  if (today > days.lapsesOn) return 'lapsed';
  return today >= days.opensOn ? 'open' : 'planned';
}

/** When the calendar moves the task on: at 00:00 of the day it opens, or after the last day it can be done. */
export function deadlineOf(status: TaskStatus, days: TaskDays, zone: string): Date | null {
  if (status === 'planned') return startOf(days.opensOn, zone);
  return status === 'open' ? startOf(addDays(days.lapsesOn, 1), zone) : null;
}
