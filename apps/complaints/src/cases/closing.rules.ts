import type { TicketChannel, TicketKind, TicketSettlement } from '#contracts';
import { owesSoothingCall } from '../clocks/ticket-clocks.rules.js';

/** What is known of a case when somebody wants to close its ticket. */
export interface CaseStanding {
  kind: TicketKind;
  /** Null: nobody has said yet. */
  medical: boolean | null;
  channel: TicketChannel;
  settlement: TicketSettlement;
  investigatedAt: Date | null;
  /** Cause, consequence and recovery are assessed together. */
  concludedAt: Date | null;
  compensatedAt: Date | null;
  soothedAt: Date | null;
}

export const MISSING_STEPS = [
  'medical-or-not',
  'investigation',
  'cause',
  'consequence',
  'recovery',
  'compensation',
  'soothing-call',
] as const;
export type MissingStep = (typeof MISSING_STEPS)[number];

/**
 * What has to be done before a complaint is closed (CP-3, CP-4, CP-6), in the order of the steps. What is settled on the spot
 * needs no investigation. Of other tickets nothing is asked.
 */
export function missingBeforeClosing(standing: CaseStanding): MissingStep[] {
  if (standing.kind !== 'complaint') return [];
  const { medical, settlement, investigatedAt, concludedAt, compensatedAt, soothedAt } = standing;
  const missing: MissingStep[] = [];
  if (medical === null) missing.push('medical-or-not');
  if (settlement !== 'on-the-spot' && investigatedAt === null) missing.push('investigation');
  if (concludedAt === null) missing.push('cause', 'consequence', 'recovery');
  if (medical === false && compensatedAt === null) missing.push('compensation');
  if (owesSoothingCall(standing) && soothedAt === null) missing.push('soothing-call');
  return missing;
}
