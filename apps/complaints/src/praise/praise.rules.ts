/** `approved` is passed to finance for the reward (CP-7). */
export const PRAISE_STATES = ['recorded', 'approved', 'declined'] as const;
export type PraiseState = (typeof PRAISE_STATES)[number];

export const PRAISE_DECISIONS = ['approved', 'declined'] as const;
export type PraiseDecision = (typeof PRAISE_DECISIONS)[number];

/** Decided once: what finance was told is not taken back behind its back. */
export function mayBeDecided(state: PraiseState): boolean {
  return state === 'recorded';
}

/** What is wrong with the amount: an approval names one, 0 for none in money; a refusal names none. */
export function faultOfAmount(
  decision: PraiseDecision,
  amountFen: number | undefined,
): 'required' | 'only-approved' | undefined {
  if (decision === 'approved') return amountFen === undefined ? 'required' : undefined;
  return amountFen === undefined ? undefined : 'only-approved';
}
