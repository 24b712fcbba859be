/**
 * What a sender says about a value. `undefined`: the field was empty, leave what is stored alone.
 * `null`: the sender wrote `""`, delete what is stored. The two must never be confused.
 */
export type Told<T> = T | null | undefined;

export type Sex = 'male' | 'female' | 'other' | 'unknown';

export const VISIT_CLASSES = ['inpatient', 'outpatient', 'emergency', 'exam'] as const;
export type VisitClass = (typeof VISIT_CLASSES)[number];

/** HL7 table 0357, as far as this service answers with it. */
export const HL7_ERRORS = {
  100: 'Segment sequence error',
  101: 'Required field missing',
  102: 'Data type error',
  103: 'Table value not found',
  200: 'Unsupported message type',
  201: 'Unsupported event code',
  202: 'Unsupported processing id',
  203: 'Unsupported version id',
  204: 'Unknown key identifier',
  205: 'Duplicate key identifier',
  206: 'Application record locked',
} as const;

export type Hl7ErrorCode = keyof typeof HL7_ERRORS;

/** Where in the message: `PID-3` of the second PID is `{ segment: 'PID', sequence: 2, field: 3 }`. */
export interface Location {
  readonly segment: string;
  readonly sequence?: number;
  readonly field?: number;
  readonly component?: number;
}

/** Something wrong with a message. An `error` refuses it; a `warning` is told to the sender and kept. */
export interface Problem {
  readonly code: Hl7ErrorCode;
  readonly severity: 'error' | 'warning';
  readonly at: Location;
  readonly text: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value });

export function refused(code: Hl7ErrorCode, at: Location, text: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, severity: 'error', at, text } };
}

export function warning(code: Hl7ErrorCode, at: Location, text: string): Problem {
  return { code, severity: 'warning', at, text };
}

/** 200–203 say "I do not do this at all" (AR), everything else "there is an error in it" (AE). */
export const isRejection = (problem: Problem): boolean => problem.code >= 200 && problem.code <= 203;

export function describeLocation(at: Location): string {
  const field = at.field === undefined ? '' : `-${at.field}`;
  const component = at.component === undefined ? '' : `.${at.component}`;
  return `${at.segment}${(at.sequence ?? 1) > 1 ? `[${at.sequence}]` : ''}${field}${component}`;
}
