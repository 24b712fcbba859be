import { Problem } from '#platform';

/** Somebody else has the task in hand. Who it is stays with those who may read tasks. */
export function notYours(until: Date): Problem {
  return Problem.conflict('task-claimed', {}, { claimedUntil: until.toISOString() });
}
