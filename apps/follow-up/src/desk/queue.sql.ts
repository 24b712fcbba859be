/** Kinds that neither quiet hours nor holidays delay, and that come first (FU-4): they are spelled in the index, too. */
export const URGENT_KINDS = ['green-channel', 'pain', 'call-back'] as const;

/** Of a task, whatever else is joined to it. */
export const IS_URGENT = `kind IN (${URGENT_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

export function isUrgent({ kind }: { kind: string }): boolean {
  return URGENT_KINDS.some((urgent) => urgent === kind);
}

/** Urgent tasks and promised calls before all others. */
export const RANK = `(CASE WHEN ${IS_URGENT} OR promised_at IS NOT NULL THEN 0 ELSE 1 END)`;
export const DAY = '(coalesce(due_on, opens_on))';
export const READY = `(coalesce(ready_at, TIMESTAMPTZ '-infinity'))`;
export const NURSE = `(coalesce(assigned_to, ''))`;
export const SKILL = `(coalesce(skill, ''))`;

/** Calls to be made; the index of the queue covers these and no others. Who has one in hand is in no index (ADR 86). */
export const CALLS = `status = 'open' AND mode = 'call' AND kind <> 'in-hospital-care'`;
/** Calls that wait for a nurse to take them: a lease that is over holds nothing. @param now the parameter with the moment */
export const waitingAt = (now: string) => `${CALLS} AND ${isFree(now)}`;
export const isFree = (now: string) => `(claimed_until IS NULL OR claimed_until <= ${now})`;

/** Which part of it goes out: on holidays promised calls too, at night urgent ones only. */
export type Opening = 'all' | 'promised' | 'urgent';
