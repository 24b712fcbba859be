import type { TicketChannel, TicketKind, TicketState } from '#contracts';
import { owesSoothingCall } from '../clocks/ticket-clocks.rules.js';

/** What can be done to a ticket besides reading it. */
export type TicketAction =
  | 'claim'
  | 'reply'
  | 'wait'
  | 'resume'
  | 'solve'
  | 'close'
  | 'reopen'
  | 'stop'
  | 'reassign'
  | 'recolour'
  | 'reclassify'
  | 'merge'
  | 'unmerge';

/** `stays`: the state does not change; `returns`: to what it was before the merge. */
type Result = TicketState | 'stays' | 'returns' | 'work';

const HANDED: Partial<Record<TicketAction, Result>> = { reassign: 'stays', recolour: 'stays', reclassify: 'stays' };

/** Which action leads where (CP-4); what is not here is refused. */
const LIFE: Record<TicketState, Partial<Record<TicketAction, Result>>> = {
  open: { claim: 'claimed', ...HANDED, stop: 'stopped', merge: 'merged' },
  claimed: {
    ...{ reply: 'stays', wait: 'waiting-for-patient', solve: 'solved' },
    ...{ ...HANDED, stop: 'stopped', merge: 'merged' },
  },
  'waiting-for-patient': {
    ...{ reply: 'stays', resume: 'claimed', solve: 'solved' },
    ...{ ...HANDED, stop: 'stopped', merge: 'merged' },
  },
  solved: { close: 'closed', reopen: 'work', ...HANDED, stop: 'stopped', merge: 'merged' },
  closed: { reopen: 'work' },
  stopped: {},
  merged: { unmerge: 'returns' },
};

/** What can be done from here, in the order of the table. */
export function allowedFrom(state: TicketState): TicketAction[] {
  return Object.keys(LIFE[state]) as TicketAction[];
}

/**
 * The state an action leads to, or null when it is not allowed.
 * @param ticket `holderId` decides whether a reopened one is at work or waits for somebody; `mergedFrom` what a merge
 * that is taken back gives back
 */
export function stateAfter(
  action: TicketAction,
  ticket: { state: TicketState; holderId: string | null; mergedFrom: TicketState | null },
): TicketState | null {
  const result = LIFE[ticket.state][action];
  switch (result) {
    case undefined:
      return null;
    case 'stays':
      return ticket.state;
    case 'returns':
      return ticket.mergedFrom;
    case 'work':
      return ticket.holderId === null ? 'open' : 'claimed';
    default:
      return result;
  }
}

interface Matter {
  kind: TicketKind;
  medical: boolean | null;
  channel: TicketChannel;
  dispute: boolean;
  confidential: boolean;
}

/**
 * Why two tickets cannot be one request (CP-10), or null. A complaint goes on as a complaint of the same nature, with the
 * clocks and the call it is owed: of a survivor of unknown nature it has to be said first. What is for few does not go on
 * where more people read it (CP-3).
 */
export function reasonAgainstMerge(merged: Matter, survivor: Matter): 'other-matter' | 'less-restricted' | null {
  const isComplaintLost = merged.kind === 'complaint' && survivor.kind !== 'complaint';
  const isNatureLost = merged.medical !== null && merged.medical !== survivor.medical;
  const isCallLost = owesSoothingCall(merged) && !owesSoothingCall(survivor);
  if (isComplaintLost || isNatureLost || isCallLost) return 'other-matter';
  const isDisclosed = (merged.dispute && !survivor.dispute) || (merged.confidential && !survivor.confidential);
  return isDisclosed ? 'less-restricted' : null;
}
