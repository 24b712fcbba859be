/** OpenID Connect allows no more; who needs more wants to fill our tables. */
export const LONGEST_SUBJECT = 255;
const CONTROL = /\p{Cc}/u;

/**
 * Whom, or which session, a claim names, in a form that no other issuer's claim can have (ADR 0030).
 * @param foreign the issuer, when it is not apps/staff, whose subjects are ids of accounts
 * @returns undefined when the claim names nobody
 */
export function subjectOf(claim: unknown, foreign: string | undefined): string | undefined {
  if (typeof claim !== 'string' || claim === '' || claim.length > LONGEST_SUBJECT) return undefined;
  if (CONTROL.test(claim) || !claim.isWellFormed()) return undefined;
  return foreign === undefined ? claim : `${foreign}|${claim}`;
}
