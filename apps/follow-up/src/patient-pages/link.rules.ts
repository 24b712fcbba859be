import type { PatientLinkEntity } from './patient-link.entity.js';

/** Purpose of a link that is printed on the settlement sheet 出院结算单, and the channel of its answers (FU-10). */
export const SETTLEMENT_SHEET = 'settlement-sheet';

/** What became of a link: whoever opens it is told so. */
export type LinkStanding = 'open' | 'done' | 'revoked' | 'expired';

/** An answer that was given stays given, whatever came after it. */
export function standingOfLink(
  { answeredAt, revokedAt, expiresAt }: Pick<PatientLinkEntity, 'answeredAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): LinkStanding {
  if (answeredAt !== null) return 'done';
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
