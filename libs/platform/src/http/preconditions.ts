import { Problem } from '../problems/problem.js';

/** The strong entity tag of a row's version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * The version an `If-Match` header names.
 * @throws Problem 428 when the header is absent, 400 when it is not a version tag of ours.
 */
export function expectedVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined) {
    throw new Problem(428, 'if-match-required');
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw Problem.badRequest('if-match-malformed');
  return Number(version);
}

/** @throws Problem 412 when the row changed since the caller read it. */
export function requireVersion(actual: number, expected: number): void {
  if (actual !== expected) {
    throw new Problem(412, 'version-mismatch', {}, { headers: { etag: etagOf(actual) } });
  }
}
