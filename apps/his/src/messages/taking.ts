import type { Draft } from '#event-bus';
import { answersTo, type AnswerStamp } from '../hl7/interpretation.js';
import { refused, type Problem, warning } from '../hl7/vocabulary.js';
import type { Arrival } from './arrival.js';
import { rowOf, type Answers, type MessageRow } from './message-row.js';
import { reportsOf } from './reports.js';

/** What storing a message means: its row, its events, its answers. */
export interface Taking {
  readonly row: MessageRow;
  readonly drafts: readonly Draft[];
  readonly answers: Answers;
}

export interface TakingOptions {
  readonly id: string;
  readonly stamp: AnswerStamp;
  /** The sender used the control id for another message before. */
  readonly controlIdSeen?: boolean;
  readonly repair?: { readonly from: string; readonly by: string | null };
}

export function takingOf(arrival: Arrival, { id, stamp, controlIdSeen = false, repair }: TakingOptions): Taking {
  const told = controlIdSeen ? withWarning(arrival, SEEN) : arrival;
  const { outcome, profile } = told.interpretation;
  const answers = answersOf(told.interpretation, stamp);
  const problems = outcome.ok ? outcome.value.warnings : [outcome.problem, ...(controlIdSeen ? [SEEN] : [])];
  const source = { messageId: id, partner: profile.code, receivedAt: told.receivedAt };
  return {
    row: rowOf(id, told, answers, problems, repair),
    drafts: outcome.ok ? reportsOf(outcome.value, source).map((draft) => ({ ...draft, ...traceOf(told) })) : [],
    answers,
  };
}

/** The same message, refused after all: its facts are nothing our contracts can carry. */
export function withRefusal(arrival: Arrival, reason: string): Arrival {
  const outcome = refused(102, { segment: 'MSH' }, reason);
  return { ...arrival, interpretation: { ...arrival.interpretation, outcome } };
}

/** There is at most one commit and one application acknowledgement (enhanced mode). */
export function answersOf(interpretation: Arrival['interpretation'], stamp: AnswerStamp): Answers {
  const all = answersTo(interpretation, stamp);
  const kept = (kind: string): Buffer | null => all.find(({ code }) => code.startsWith(kind))?.bytes ?? null;
  return { commit: kept('C'), application: kept('A') };
}

export function wireOrder({ commit, application }: Answers): Buffer[] {
  return [commit, application].filter((answer) => answer !== null);
}

const SEEN: Problem = warning(
  205,
  { segment: 'MSH', field: 10 },
  'this control id came before with another content; taken as a message of its own',
);

function withWarning(arrival: Arrival, problem: Problem): Arrival {
  const { outcome } = arrival.interpretation;
  if (!outcome.ok) return arrival;
  const value = { ...outcome.value, warnings: [...outcome.value.warnings, problem] };
  return { ...arrival, interpretation: { ...arrival.interpretation, outcome: { ok: true, value } } };
}

function traceOf({ traceparent }: Arrival): Pick<Draft, 'traceparent'> {
  return traceparent === undefined ? {} : { traceparent };
}
