import type { TicketKind, TicketState } from '#contracts';
import type { CaseEnding, Validity } from './case.vocabulary.js';

/**
 * `words`: what was looked into, and what followed for whom. `settling`: what has to be there before closing. `confirmed`
 * and `overturned`: whether it was justified.
 */
export type CaseWork = 'words' | 'settling' | Validity | 'measure' | 'measure-step' | 'return-call';

const OVER: readonly TicketState[] = ['merged', 'stopped'];

/**
 * Why this cannot be done to the case of a ticket now; undefined when it can. What is known later, also after the ticket
 * was closed, is still entered; what closing asked for is not entered behind it.
 */
export function reasonAgainstWork(
  { kind, state }: { kind: TicketKind; state: TicketState },
  work: CaseWork,
): 'not-a-complaint' | 'case-over' | undefined {
  // CP-8: what a finding took from somebody is given back whatever became of the ticket, and never by itself.
  if (work === 'overturned') return undefined;
  if (kind !== 'complaint') return 'not-a-complaint';
  // What was promised is owed also when the ticket went on in another one.
  if (work === 'measure-step') return undefined;
  if (OVER.includes(state)) return 'case-over';
  if (work === 'settling' && state === 'closed') return 'case-over';
  return work === 'return-call' && state !== 'closed' ? 'case-over' : undefined;
}

/** Why a case is only read from now on; null while it is worked on. */
export function endingOf({ kind, state }: { kind: TicketKind; state: TicketState }): CaseEnding | null {
  if (kind !== 'complaint') return 'not-a-complaint';
  return state === 'merged' || state === 'stopped' ? state : null;
}

/** CP-8: a finding is confirmed, also anew with other names; only what is confirmed is overturned. */
export function mayJudge(known: Validity | null, said: Validity): boolean {
  return said === 'confirmed' || known === 'confirmed';
}
