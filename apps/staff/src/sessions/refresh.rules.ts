/** A refresh token, and what became of those that were given out with it. */
export interface RefreshTokenState {
  /** When it was exchanged first. */
  usedAt: Date | null;
  /** One that was given for it has been used: that answer arrived. */
  successorUsed: boolean;
  /** Another one that was given for the same token as this has been used. */
  siblingUsed: boolean;
}

/** `again`: the answer to its first use got lost, as far as anybody can tell. `stolen`: two people have it. */
export type Exchange = 'first' | 'again' | 'stolen';

/**
 * Good once (decision 10). Whoever lost the answer may ask again within the grace, which counts from the first use, while
 * nothing that was given for the token has been used. Of several answers one is used; the others are void from then on.
 */
export function exchangeOf(token: RefreshTokenState, graceSeconds: number, now: Date): Exchange {
  if (token.usedAt === null) return token.siblingUsed ? 'stolen' : 'first';
  const graceEnds = token.usedAt.getTime() + graceSeconds * 1000;
  return now.getTime() < graceEnds && !token.successorUsed ? 'again' : 'stolen';
}
