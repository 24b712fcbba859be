import type { Actor } from '../context/actor.js';

/** What a verified token says: who, in which session, and for how long. */
export interface TokenSession {
  actor: Actor;
  /** The token's `sid`: one sign-in, however many tokens follow from it. */
  sessionId: string | undefined;
  /** Seconds since 1970; may have decimals. */
  issuedAt: number;
  expiresAt: number;
}
