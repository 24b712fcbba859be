import type { AcknowledgementCode } from './acknowledgement-mode.rules.js';
import { DEFAULT_DELIMITERS, escapeText, type Delimiters } from './escapes.rules.js';
import type { Header } from './header.js';
import { describeLocation, HL7_ERRORS, type Location, type Problem } from './vocabulary.js';

export interface Acknowledgement {
  readonly code: AcknowledgementCode;
  /** Our own MSH-10, new for every answer. */
  readonly messageId: string;
  /** MSH-7, an HL7 timestamp. */
  readonly sentAt: string;
  readonly problems: readonly Problem[];
}

const VERSION_WHEN_UNKNOWN = '2.5.1';

/**
 * The text of an answer, segments ended by CR: sender and receiver swapped, MSH-2, MSH-12 and MSH-18 as the sender's,
 * MSA-2 their MSH-10, the reasons in MSA-3 and ERR. Without a readable header the answer names nobody.
 */
export function buildAcknowledgement(header: Header | undefined, answer: Acknowledgement): string {
  const delimiters = header?.delimiters ?? DEFAULT_DELIMITERS;
  const msa = ['MSA', answer.code, header?.raw(10) ?? '', escapeText(textOf(answer.problems), delimiters)];
  const errors = answer.problems.map((problem) => errorSegment(problem, header?.version ?? '', delimiters));
  const lines = [
    headerLine(header, answer, delimiters),
    joinFields(msa, delimiters),
    ...errors.filter((e) => e !== ''),
  ];
  return lines.map((line) => `${line}\r`).join('');
}

function headerLine(header: Header | undefined, answer: Acknowledgement, delimiters: Delimiters): string {
  const raw = (field: number): string => header?.raw(field) ?? '';
  const marks = [delimiters.component, delimiters.repetition, delimiters.escape, delimiters.subcomponent];
  const type = ['ACK', ...(header?.event ? [header.event, 'ACK'] : [])].join(delimiters.component);
  const fields = [
    'MSH',
    `${marks.join('')}${delimiters.truncation ?? ''}`,
    raw(5),
    raw(6),
    raw(3),
    raw(4),
    answer.sentAt,
    '',
    type,
    answer.messageId,
    raw(11) || 'P',
    raw(12) || VERSION_WHEN_UNKNOWN,
    ...(raw(18) === '' ? [] : ['', '', '', '', '', raw(18)]),
  ];
  return joinFields(fields, delimiters);
}

const textOf = (problems: readonly Problem[]): string =>
  problems.map((problem) => `${describeLocation(problem.at)}: ${problem.text}`).join('; ');

/** ERR has had named fields since 2.5; before, all of it was components of ERR-1, without a severity. */
function errorSegment(problem: Problem, version: string, delimiters: Delimiters): string {
  const location = locationOf(problem.at, delimiters);
  const { code, text } = problem;
  if (isOlderThan25(version)) {
    if (problem.severity === 'warning') return '';
    const reason = [String(code), HL7_ERRORS[code]].join(delimiters.subcomponent);
    const place = [0, 1, 2].map((part) => location[part] ?? '');
    return joinFields(['ERR', [...place, reason].join(delimiters.component)], delimiters);
  }
  const reason = [String(code), HL7_ERRORS[code], 'HL70357'].join(delimiters.component);
  const severity = problem.severity === 'error' ? 'E' : 'W';
  const place = location.join(delimiters.component);
  return joinFields(['ERR', '', place, reason, severity, '', '', '', escapeText(text, delimiters)], delimiters);
}

const isOlderThan25 = (version: string): boolean => /^2\.[0-4](?:\.|$)/.test(version);

/** ERL: segment, its occurrence, field, repetition, component. */
function locationOf(at: Location, delimiters: Delimiters): string[] {
  const place = [escapeText(at.segment, delimiters), String(at.sequence ?? 1)];
  if (at.field !== undefined) place.push(String(at.field));
  if (at.component !== undefined) place.push('1', String(at.component));
  return place;
}

/** Fields at the end that are empty are not written. */
function joinFields(fields: readonly string[], delimiters: Delimiters): string {
  const last = fields.findLastIndex((field) => field !== '');
  return fields.slice(0, last + 1).join(delimiters.field);
}
