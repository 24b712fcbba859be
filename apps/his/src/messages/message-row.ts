import type { MessageFact } from '../hl7/facts.js';
import { parseMessage } from '../hl7/parser.js';
import { identifiersOf } from '../hl7/patient-mapper.js';
import { describeLocation, isRejection, type Problem } from '../hl7/vocabulary.js';
import { visitNumberOf } from '../hl7/visit-mapper.js';
import type { Arrival } from './arrival.js';
import type { StoredProblem } from './message.entity.js';
import { storable } from './storable.rules.js';

/** A row of `hl7_message` under the names of its columns; bytes in hexadecimal. */
export interface MessageRow {
  id: string;
  partner: string;
  received_at: string;
  claimed_time: string | null;
  sending_application: string;
  sending_facility: string;
  control_id: string;
  message_type: string;
  event: string;
  record_numbers: string[];
  visit_number: string | null;
  charset: string;
  raw: string;
  body_hash: string;
  status: 'accepted' | 'rejected';
  code: 'AA' | 'AE' | 'AR';
  problems: StoredProblem[];
  commit_answer: string | null;
  application_answer: string | null;
  repaired_from: string | null;
  repaired_by: string | null;
}

export interface Answers {
  readonly commit: Buffer | null;
  readonly application: Buffer | null;
}

/** Longer values than these are cut: they are for finding the message, which itself is kept whole. */
const MAX_NAME = 120;
const MAX_CONTROL_ID = 200;
const MAX_PROBLEM = 500;
const MAX_RECORD_NUMBERS = 50;

export function rowOf(
  id: string,
  arrival: Arrival,
  answers: Answers,
  problems: readonly Problem[],
  repair?: { readonly from: string; readonly by: string | null },
): MessageRow {
  const { interpretation, raw, bodyHash, receivedAt } = arrival;
  const { outcome } = interpretation;
  return {
    id,
    partner: interpretation.profile.code,
    received_at: receivedAt.toISOString(),
    claimed_time: outcome.ok ? outcome.value.facts[0].eventTime.iso : null,
    ...senderOf(arrival),
    message_type: storable(interpretation.header?.messageType ?? '', MAX_NAME),
    event: storable(interpretation.header?.event ?? '', MAX_NAME),
    ...subjectOf(arrival),
    charset: interpretation.charset,
    raw: raw.toString('hex'),
    body_hash: bodyHash,
    status: outcome.ok ? 'accepted' : 'rejected',
    code: outcome.ok ? 'AA' : isRejection(outcome.problem) ? 'AR' : 'AE',
    problems: problems.map(storedProblem),
    commit_answer: answers.commit?.toString('hex') ?? null,
    application_answer: answers.application?.toString('hex') ?? null,
    repaired_from: repair?.from ?? null,
    repaired_by: repair?.by ?? null,
  };
}

/** What makes a control id somebody's. */
export function senderOf({ interpretation: { header } }: Pick<Arrival, 'interpretation'>) {
  return {
    sending_application: storable(header?.sendingApplication ?? '', MAX_NAME),
    sending_facility: storable(header?.sendingFacility ?? '', MAX_NAME),
    control_id: storable(header?.controlId ?? '', MAX_CONTROL_ID),
  };
}

function storedProblem({ code, severity, at, text }: Problem): StoredProblem {
  return { code, severity, location: storable(describeLocation(at), MAX_NAME), text: storable(text, MAX_PROBLEM) };
}

/** Whose message it is, also where it was refused: that is how the repairer finds it. */
function subjectOf({ interpretation }: Arrival): Pick<MessageRow, 'record_numbers' | 'visit_number'> {
  const { outcome } = interpretation;
  const { numbers, visit } = outcome.ok ? toldBy(outcome.value.facts) : guessedFrom(interpretation);
  const storableNumbers = numbers.slice(0, MAX_RECORD_NUMBERS).map((number) => storable(number, MAX_NAME));
  return { record_numbers: [...new Set(storableNumbers)], visit_number: visit ? storable(visit, MAX_NAME) : null };
}

function toldBy(facts: readonly MessageFact[]): { numbers: string[]; visit?: string } {
  const numbers = facts.flatMap((fact) => [
    fact.patient.primary.value,
    ...fact.patient.identifiers.map(({ value }) => value),
    ...(fact.kind === 'patients-merged' ? fact.retired.map(({ value }) => value) : []),
  ]);
  const visits = facts.map((fact) => {
    if ('visitNumber' in fact) return fact.visitNumber;
    return 'visit' in fact ? fact.visit?.visitNumber : undefined;
  });
  return { numbers, visit: visits[0] };
}

function guessedFrom({ text, charset, profile }: Arrival['interpretation']): { numbers: string[]; visit?: string } {
  const parsed = parseMessage(text, charset);
  if (!parsed.ok) return { numbers: [] };
  const places = [
    ...parsed.value.all('PID').map((pid) => identifiersOf(pid, 3, profile, '')),
    ...parsed.value.all('MRG').map((mrg) => identifiersOf(mrg, 1, profile, '')),
  ];
  return { numbers: places.flat().map(({ value }) => value), visit: visitNumberOf(parsed.value) };
}
