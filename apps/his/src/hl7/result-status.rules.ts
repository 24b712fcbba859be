import type { ResultStatus } from '#contracts';

/** `pending`: nothing was found yet; `unobtainable`: it never will be. */
export type StatedStatus = ResultStatus | 'pending';

/** HL7 table 0085 (OBX-11). R and S: not verified, partial. X: cannot be obtained; D, W: deleted, wrong. */
const OF_VALUE: Readonly<Record<string, StatedStatus>> = {
  F: 'final',
  U: 'final',
  C: 'corrected',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  B: 'preliminary',
  V: 'preliminary',
  D: 'withdrawn',
  W: 'withdrawn',
  X: 'withdrawn',
  I: 'pending',
  O: 'pending',
  N: 'pending',
};

/** HL7 table 0123 (OBR-25). A and R: some or all results are there, not final. */
const OF_REPORT: Readonly<Record<string, StatedStatus>> = {
  F: 'final',
  C: 'corrected',
  P: 'preliminary',
  A: 'preliminary',
  R: 'preliminary',
  X: 'withdrawn',
  I: 'pending',
  O: 'pending',
  S: 'pending',
};

/** What OBX-11 means; undefined for a code that is in no table. */
export function statusOfValue(code: string): StatedStatus | undefined {
  return Object.hasOwn(OF_VALUE, code) ? OF_VALUE[code] : undefined;
}

/** What OBR-25 means; undefined for a code that is in no table. */
export function statusOfReport(code: string): StatedStatus | undefined {
  return Object.hasOwn(OF_REPORT, code) ? OF_REPORT[code] : undefined;
}

/**
 * What a report is by its values, where it does not say: taken back when all of them are, else no surer than the least
 * sure of them, and corrected when one is. Nothing stated is pending.
 */
export function statusOfAll(values: readonly StatedStatus[]): StatedStatus {
  const stated = values.filter((each) => each !== 'pending');
  if (stated.length === 0) return 'pending';
  const standing = stated.filter((each) => each !== 'withdrawn');
  if (standing.length === 0) return 'withdrawn';
  if (standing.includes('preliminary')) return 'preliminary';
  return stated.includes('corrected') || stated.includes('withdrawn') ? 'corrected' : 'final';
}
