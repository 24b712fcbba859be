import type { TicketChannel, TicketColour, TicketKind, TicketSettlement, TicketState } from '#contracts';
import type { Limit } from './clock.rules.js';
import type { ClockKind, ClockOutcome, UrgencyRank } from './clock.vocabulary.js';

/** What is promised of a colour (CP-1), in minutes. */
export interface ColourTerms {
  claimMinutes: number;
  firstReplyMinutes: number;
  solutionMinutes: number;
  /** When its clocks run; null: round the clock. */
  hoursId: string | null;
}

/** What decides which clocks a ticket has. */
export interface ClockedTicket {
  kind: TicketKind;
  medical: boolean | null;
  colour: TicketColour;
  channel: TicketChannel;
  settlement: TicketSettlement;
}

/** A clock that a ticket has while it is open. */
export interface Promised {
  kind: ClockKind;
  limit: Limit;
  hoursId: string | null;
}

/** Those whose limit the colour says: the only ones a recolour changes. */
export const COLOUR_KINDS = ['claim', 'first-reply', 'solution'] as const satisfies readonly ClockKind[];

/** CP-3, of a complaint that is no medical one: minutes from receipt to the record of solution and compensation. */
const COMPENSATION_MINUTES = 30;
/** CP-3, of a medical one, and CP-6. */
const SOOTHING_MINUTES = 1440;
/** CP-6, of complaints on review platforms: whatever their colour allows. */
const REVIEW_CLAIM_MINUTES = 30;
const REVIEW_REPLY_MINUTES = 720;
/** CP-9: working days after the day of receipt. */
const STATUTORY_DAYS: Record<TicketSettlement, number> = {
  'on-the-spot': 0,
  investigation: 5,
  'several-departments': 10,
};
const RANKS: Record<TicketColour, UrgencyRank> = { red: 0, yellow: 1, blue: 2 };

export function rankOf(colour: TicketColour): UrgencyRank {
  return RANKS[colour];
}

/** The clocks of a ticket's colour (CP-1, CP-6). */
export function colourClocks({ channel }: ClockedTicket, terms: ColourTerms): Promised[] {
  const { claimMinutes, firstReplyMinutes, solutionMinutes, hoursId } = terms;
  const atMost = (value: number, most: number) => (channel === 'review' ? Math.min(value, most) : value);
  const minutes = (kind: ClockKind, value: number): Promised => ({ kind, limit: { unit: 'minutes', value }, hoursId });
  return [
    minutes('claim', atMost(claimMinutes, REVIEW_CLAIM_MINUTES)),
    minutes('first-reply', atMost(firstReplyMinutes, REVIEW_REPLY_MINUTES)),
    minutes('solution', solutionMinutes),
  ];
}

/** Whoever complains of a treatment (CP-3), or where everybody reads it (CP-6), is soothed by a call. */
export function owesSoothingCall({ medical, channel }: Pick<ClockedTicket, 'medical' | 'channel'>): boolean {
  return medical === true || channel === 'review';
}

/** The clocks that a ticket has for what it is: always round the clock, as the domain and the law have it (CP-3, CP-6, CP-9). */
export function matterClocks({ kind, medical, channel, settlement }: ClockedTicket): Promised[] {
  if (kind !== 'complaint') return [];
  const promised: Promised[] = [
    { kind: 'statutory', limit: { unit: 'working-days', value: STATUTORY_DAYS[settlement] }, hoursId: null },
  ];
  const minutes = (of: ClockKind, value: number) =>
    promised.push({ kind: of, limit: { unit: 'minutes', value }, hoursId: null });
  if (medical === false) minutes('compensation', COMPENSATION_MINUTES);
  if (owesSoothingCall({ medical, channel })) minutes('soothing-call', SOOTHING_MINUTES);
  return promised;
}

/** What changes when a ticket turns out to be something else. */
export function matterChanges(
  before: ClockedTicket,
  after: ClockedTicket,
): { start: Promised[]; stop: ClockKind[]; change: Promised[] } {
  const [old, now] = [matterClocks(before), matterClocks(after)];
  const among = (list: Promised[], kind: ClockKind) => list.find((each) => each.kind === kind);
  return {
    start: now.filter(({ kind }) => !among(old, kind)),
    stop: old.filter(({ kind }) => !among(now, kind)).map(({ kind }) => kind),
    change: now.filter(({ kind, limit }) => {
      const was = among(old, kind);
      return was !== undefined && JSON.stringify(was.limit) !== JSON.stringify(limit);
    }),
  };
}

/** A clock that a ticket has, or had. */
export interface KnownClock {
  kind: ClockKind;
  startedAt: Date;
  outcome: ClockOutcome | null;
  /** Of a merged ticket's clock. */
  carriesOn: string | null;
}

const ANSWERED: readonly TicketState[] = ['solved', 'closed', 'stopped', 'merged'];

/** Those that begin anew when a ticket is taken up again: the first when it was closed, the second when it was answered. */
const ROUND_KINDS: readonly ClockKind[] = ['solution', 'statutory'];

/**
 * Which new clocks of a ticket that turned out to be something else start, and from when on: from its receipt, and the
 * statutory one from where its solution was asked for last, which is the reopening of one taken up again. What was given
 * and whoever was called is not owed again; what is answered needs no answer.
 */
export function stillOwed(
  start: readonly Promised[],
  { state, receivedAt }: { state: TicketState; receivedAt: Date },
  known: readonly KnownClock[],
): (Promised & { startedAt: Date })[] {
  const rounds = known.filter(({ kind, carriesOn }) => ROUND_KINDS.includes(kind) && carriesOn === null);
  const lastRound = new Date(Math.max(receivedAt.getTime(), ...rounds.map(({ startedAt }) => startedAt.getTime())));
  const isDone = (of: ClockKind) => known.some(({ kind, outcome }) => kind === of && outcome === 'done');
  return start
    .filter(({ kind }) => (kind === 'statutory' ? !ANSWERED.includes(state) : !isDone(kind)))
    .map((promised) => ({ ...promised, startedAt: promised.kind === 'statutory' ? lastRound : receivedAt }));
}
