import type { TaskKind, TaskOutcome } from '../tasks/task.rules.js';

/** By what figures are divided; absent for the whole. */
export const GROUPINGS = ['nurse', 'department', 'protocol', 'kind'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** FU-12: what a contact follows: a service, or a problem that was solved. */
export const CONTACT_KINDS = ['after-service', 'after-problem'] as const;

/** Tasks that follow a problem; all others follow a service. */
export const AFTER_PROBLEM: readonly TaskKind[] = ['call-back', 'green-channel'];
/** Care during the stay has no due date and follows up nothing. */
export const NO_FOLLOW_UP: readonly TaskKind[] = ['in-hospital-care'];
/** The outcome of a task that is a contact: the patient was spoken with, or answered. */
export const CONTACT: TaskOutcome = 'reached';

/** A figure with what it is made of; `value` is null where there is nothing to divide by. */
export interface Share {
  numerator: number;
  denominator: number;
  value: number | null;
}

/** @param digits after the point, of the value */
export function share(numerator: number, denominator: number, digits = 4): Share {
  const value = denominator === 0 ? null : Number((numerator / denominator).toFixed(digits));
  return { numerator, denominator, value };
}
