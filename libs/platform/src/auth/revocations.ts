import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import type { TokenSession } from './token-session.js';

/** One session of an account that ended, or, without `sessionId`, all that began until then. */
export interface Revocation {
  accountId: string;
  sessionId?: string | null;
  /** ISO 8601. */
  revokedAt: string;
}

/** The sessions that ended and whose tokens could still be valid, as far as this process has heard (ADR 0030). */
@Injectable()
export class Revocations {
  /** When, in milliseconds since 1970, by session. */
  private readonly sessions = new Map<string, number>();
  private readonly accounts = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  /** Hearing the same twice, or an older one after a newer one, changes nothing. */
  add({ accountId, sessionId, revokedAt }: Revocation): void {
    const at = Date.parse(revokedAt);
    const [known, id] = sessionId ? [this.sessions, sessionId] : [this.accounts, accountId];
    const newest = Math.max(at, known.get(id.toLowerCase()) ?? at);
    known.delete(id.toLowerCase());
    known.set(id.toLowerCase(), newest);
    this.forgetOld(known);
    for (const listener of this.listeners) listener();
  }

  covers({ actor, sessionId, issuedAt }: TokenSession): boolean {
    if (sessionId !== undefined && this.sessions.has(sessionId.toLowerCase())) return true;
    const at = this.accounts.get(actor.id.toLowerCase());
    return at !== undefined && isIssuedBy(issuedAt, at);
  }

  /** Calls after each addition, until the function it returns is called. */
  onAdded(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tokens of before have expired by now. */
  private forgetOld(known: Map<string, number>): void {
    const oldest = this.clock.now().getTime() - this.config.tokenLongestLifeSeconds * 1000;
    for (const [id, at] of known) {
      if (at >= oldest) return;
      known.delete(id);
    }
  }
}

/**
 * Whether a token was issued by then. Ours say the millisecond. One of an issuer that says whole seconds may be of before
 * or after within that second: it is refused, and the next one it gives, a second later, is good.
 */
function isIssuedBy(issuedAt: number, at: number): boolean {
  // 1772417400.123 * 1000 is a little less than 1772417400123.
  return Math.round(issuedAt * 1000) <= at;
}
