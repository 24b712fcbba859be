import type { ConsentPurpose, PersonState, WinBackAnswer, WinBackOutcome, WinBackStep } from '#contracts';

/** A win-back as it stands: which steps were made, and why it rests if it does. */
export interface Ladder {
  id: string;
  startedAt: Date;
  /** The visit it is about, and when the person was last seen by it. */
  visitId: string;
  absentSince: Date;
  /** The last step made. */
  step: WinBackStep;
  stepAt: Date;
  /** Null while it is open. */
  outcome: WinBackOutcome | null;
  /** When the person came again. */
  returnedAt: Date | null;
}

/** Since when somebody is away. */
export interface Absence {
  since: Date;
  visitId: string;
  /** When that last visit began. */
  cameAt: Date;
}

export interface Absentee {
  deceased: boolean;
  states: PersonState[];
  allowedPurposes: ConsentPurpose[];
  isChurned: boolean;
  /** Undefined: never came. */
  absence: Absence | undefined;
}

export interface LadderTerms {
  now: Date;
  /** Full days between two steps, and after the last one. */
  stepDays: number;
  /** The person is answering at this moment: nothing is offered, or over, by time alone; it stays due. */
  isSpeaking?: boolean;
}

export type LadderMove<L extends Ladder> =
  | { kind: 'start'; absence: Absence }
  | { kind: 'resume'; ladder: L }
  | { kind: 'step'; ladder: L; step: WinBackStep }
  | { kind: 'end'; ladder: L; outcome: WinBackOutcome }
  | { kind: 'returned'; ladder: L; at: Date | null };

export interface WinBackDecision<L extends Ladder> {
  moves: LadderMove<L>[];
  /** When the open ladder, also one that starts now or has to wait for it, moves by time alone; null without one. */
  nextAt: Date | null;
}

const DAY = 86_400_000;
const LAST_STEP = 3;
/** What ends a ladder for good: the person spoke, or let every step pass. All else may be undone. */
const FINAL: readonly (WinBackOutcome | null)[] = ['answered', 'no-answer'];

/**
 * PT-5: what becomes of the win-backs of one person, those of merged records included. At most one is open; each step is
 * made once an absence. One that was ended by what somebody is or allows goes on when that no longer holds and the same
 * absence lasts: also after a merge or a visit was taken back.
 */
export function decideWinBack<L extends Ladder>(
  ladders: L[],
  person: Absentee,
  terms: LadderTerms,
): WinBackDecision<L> {
  const { absence } = person;
  const [present, past] = partition(ladders, (ladder) => absence !== undefined && isAbout(ladder, absence));
  const closed = past.filter(isOpen).map((ladder) => end(ladder, passed(ladder, absence)));
  const { moves, nextAt } = decidePresent(present, person, terms);
  return { moves: [...closed, ...moves, ...returns(present, past, absence)], nextAt };
}

function decidePresent<L extends Ladder>(present: L[], person: Absentee, terms: LadderTerms): WinBackDecision<L> {
  const bar = barOf(person);
  const { absence, isChurned } = person;
  if (bar || !isChurned) {
    const ended = present.filter(isOpen).map((ladder) => end(ladder, bar ?? passed(ladder, absence)));
    return { moves: ended, nextAt: null };
  }
  const [lead, ...others] = present.toSorted(furthestFirst);
  if (!lead) return absence ? begin(absence, terms) : NOTHING;
  const joined = others.filter(isOpen).map((ladder) => end(ladder, 'merged'));
  if (FINAL.includes(lead.outcome)) return { moves: joined, nextAt: null };
  const { moves, nextAt } = proceed(lead, dueAfter(present, terms), terms);
  return { moves: [...joined, ...moves], nextAt };
}

const NOTHING = { moves: [], nextAt: null };

function begin<L extends Ladder>(absence: Absence, { now, stepDays, isSpeaking }: LadderTerms): WinBackDecision<L> {
  if (isSpeaking) return { moves: [], nextAt: now };
  return { moves: [{ kind: 'start', absence }], nextAt: later(now, stepDays) };
}

/** One step at most, however late it is: the clock may have jumped, and a person is not written to twice at once. */
function proceed<L extends Ladder>(ladder: L, dueAt: Date, terms: LadderTerms): WinBackDecision<L> {
  const { now, stepDays, isSpeaking } = terms;
  const isDue = now >= dueAt;
  if (isDue && ladder.step === LAST_STEP && !(isSpeaking && isOpen(ladder)))
    return { moves: isOpen(ladder) ? [end(ladder, 'no-answer')] : [], nextAt: null };
  const resumed: LadderMove<L>[] = isOpen(ladder) ? [] : [{ kind: 'resume', ladder }];
  if (!isDue || isSpeaking) return { moves: resumed, nextAt: dueAt };
  const step = (ladder.step + 1) as WinBackStep;
  return { moves: [...resumed, { kind: 'step', ladder, step }], nextAt: later(now, stepDays) };
}

/** Who joined brought steps along: the next one keeps its distance from all of them. */
function dueAfter(present: Ladder[], { stepDays }: LadderTerms): Date {
  const last = Math.max(...present.map(({ stepAt }) => stepAt.getTime()));
  return later(new Date(last), stepDays);
}

export function later(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY);
}

/** PT-5, PT-11: why nobody may be won back now. */
function barOf({ deceased, states, allowedPurposes }: Absentee): WinBackOutcome | null {
  if (deceased) return 'deceased';
  if (states.includes('do-not-contact')) return 'do-not-contact';
  if (states.includes('cured')) return 'cured';
  return allowedPurposes.includes('marketing') ? null : 'consent-withdrawn';
}

/** Of the same last visit; or begun after it, where a merge or a cancelled visit made another one the last. */
function isAbout({ visitId, startedAt, outcome }: Ladder, absence: Absence): boolean {
  return visitId === absence.visitId || (startedAt > absence.since && outcome !== 'visited');
}

/** Of somebody who is not lost: came since, or was here later than was known; else a setting or a visit changed. */
function passed({ absentSince, visitId }: Ladder, absence: Absence | undefined): WinBackOutcome {
  const isLater = absence !== undefined && absence.visitId !== visitId && absence.since > absentSince;
  return isLater ? 'visited' : 'not-churned';
}

/** A visit counts as a return for who was offered something before; one that is cancelled counts no longer. */
function returns<L extends Ladder>(present: L[], past: L[], absence: Absence | undefined): LadderMove<L>[] {
  const undone = present.filter(({ returnedAt }) => returnedAt !== null);
  const came = past.filter(({ startedAt, returnedAt }) => !returnedAt && absence && absence.cameAt > startedAt);
  return [
    ...undone.map((ladder) => ({ kind: 'returned' as const, ladder, at: null })),
    ...came.map((ladder) => ({ kind: 'returned' as const, ladder, at: absence?.cameAt ?? null })),
  ];
}

/** The person spoke, or heard most: that one goes on. */
function furthestFirst(a: Ladder, b: Ladder): number {
  const isFinal = (ladder: Ladder) => Number(FINAL.includes(ladder.outcome));
  const further = isFinal(b) - isFinal(a) || b.step - a.step || a.startedAt.getTime() - b.startedAt.getTime();
  return further || (a.id < b.id ? -1 : 1);
}

function isOpen({ outcome }: Ladder): boolean {
  return outcome === null;
}

function end<L extends Ladder>(ladder: L, outcome: WinBackOutcome): LadderMove<L> {
  return { kind: 'end', ladder, outcome };
}

function partition<T>(all: T[], test: (each: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((each) => !test(each))];
}

const ANSWER_OF_TASK = new Map<string, WinBackAnswer>([
  ['accepted', 'accepted'],
  ['will-come', 'will-come'],
  ['declined', 'declined'],
  ['refused', 'declined'],
  ['no-interest', 'no-interest'],
]);

/** PT-5: what a contact of follow-up says to the offer; nothing when it was about something else, or nobody was reached. */
export function answerOfTask({ step, outcome }: { step: string; outcome: string }): WinBackAnswer | undefined {
  return /^win-back(-|$)/.test(step) ? ANSWER_OF_TASK.get(outcome) : undefined;
}
