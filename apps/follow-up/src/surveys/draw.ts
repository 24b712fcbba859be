import { createHash } from 'node:crypto';

/** Why a drawn patient is not asked. */
export const LEFT_OUT = [
  'deceased',
  'do-not-contact',
  'consent-withdrawn',
  'long-past',
  'asked-recently',
  'not-published',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

const BYTES = 6;

/**
 * Whether a rule draws a visit (FU-10): by a hash of both, so that the same is said whenever it is asked, visits are
 * drawn independently of each other, and whoever is drawn at a share is drawn at a larger one.
 * @param share in percent; 0 draws nobody, 100 everybody
 */
export function isDrawn(ruleId: string, encounterId: string, share: number): boolean {
  const hash = createHash('sha256').update(`${ruleId} ${encounterId}`).digest();
  return hash.readUIntBE(0, BYTES) / 256 ** BYTES < share / 100;
}

/** What speaks against asking, the weightiest first. */
export function reasonAgainst(known: {
  deceased: boolean;
  barredBy: 'do-not-contact' | 'consent-withdrawn' | null;
  /** The days on which it is asked are over. */
  longPast: boolean;
  askedRecently: boolean;
  published: boolean;
}): LeftOut | undefined {
  if (known.deceased) return 'deceased';
  if (known.barredBy) return known.barredBy;
  if (known.longPast) return 'long-past';
  if (known.askedRecently) return 'asked-recently';
  return known.published ? undefined : 'not-published';
}
