import { SessionRevokedV1 } from '#contracts';
import { checkpoint, Outbox } from '#event-bus';
import { Clock, newId, Problem, stateChange, stateReason, stateRefusal, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { StaffConfig } from '../staff.config.js';
import { digest, giveToken, lockedSessionOf, markUsed, stateOf } from './refresh-tokens.js';
import { exchangeOf } from './refresh.rules.js';
import { endsAt, isLive, type SessionLimits } from './session.rules.js';
import { SessionEntity } from './session.entity.js';

/** From where somebody signs in. */
export interface Client {
  address: string;
  userAgent: string;
}

export interface OpenSession {
  sessionId: string;
  accountId: string;
  refreshToken: string;
  refreshExpiresAt: Date;
}

type Refreshed = OpenSession | 'refused';

/** Sign-ins: begun by a password, kept by refresh tokens that change with each use, ended for a stated reason. */
@Injectable()
export class Sessions {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly config: StaffConfig,
    private readonly clock: Clock,
  ) {}

  get limits(): SessionLimits {
    return { idleSeconds: this.config.sessionIdleSeconds, lifetimeSeconds: this.config.sessionLifetimeSeconds };
  }

  async begin(tx: EntityManager, accountId: string, client: Client): Promise<OpenSession> {
    const now = this.clock.now();
    const row: SessionEntity = {
      id: newId(),
      accountId,
      startedAt: now,
      lastUsedAt: now,
      clientAddress: client.address.slice(0, 60),
      userAgent: client.userAgent.slice(0, 300),
      endedAt: null,
      endReason: null,
    };
    await tx.insert(SessionEntity, row);
    return this.withToken(tx, row, null);
  }

  /**
   * Exchanges a refresh token for the next one. Whoever lost the answer may ask again for a short while; else a token that
   * was used already has been stolen, from us or by us: the session ends, and the audit says so.
   * @throws Problem 401
   */
  async refresh(refreshToken: string, client: Client): Promise<OpenSession> {
    const refreshed = await transact(this.source, async (tx) => {
      const outcome = await this.exchange(tx, digest(refreshToken), client);
      if (outcome === 'refused') stateRefusal(401);
      return outcome;
    });
    checkpoint('session.refreshed');
    if (refreshed === 'refused') throw refused();
    return refreshed;
  }

  /** Ends one; one that has ended already stays as it is. */
  async end(tx: EntityManager, session: Pick<SessionEntity, 'id' | 'accountId'>, reason: string): Promise<void> {
    await this.endWhere(tx, 'id = $1', session.id, reason);
  }

  /** Ends all of an account. */
  async endAll(tx: EntityManager, accountId: string, reason: string): Promise<void> {
    await this.endWhere(tx, 'account_id = $1', accountId, reason);
  }

  private async endWhere(tx: EntityManager, where: string, id: string, reason: string): Promise<void> {
    const now = this.clock.now();
    const [ended]: [{ id: string; account_id: string }[], number] = await tx.query(
      `UPDATE login_session SET ended_at = $2, end_reason = $3 WHERE ${where} AND ended_at IS NULL
       RETURNING id, account_id`,
      [id, now, reason],
    );
    for (const session of ended) {
      await tx.query('DELETE FROM refresh_token WHERE session_id = $1', [session.id]);
      const facts = { accountId: session.account_id, sessionId: session.id, revokedAt: now.toISOString(), reason };
      await this.outbox.append(tx, SessionRevokedV1, facts);
    }
  }

  private async exchange(tx: EntityManager, hash: string, client: Client): Promise<Refreshed> {
    const session = await lockedSessionOf(tx, hash);
    const now = this.clock.now();
    if (session) stateSubject(session.accountId);
    if (!session || !isLive(session, this.limits, now)) return 'refused';
    const token = await stateOf(tx, hash);
    if (exchangeOf(token, this.config.refreshGraceSeconds, now) === 'stolen') {
      await this.end(tx, session, 'refresh-token-reused');
      stateChange('account', session.accountId, { session: session.id }, { session: null });
      stateReason('refresh-token-reused');
      return 'refused';
    }
    await markUsed(tx, hash, now);
    const used = { ...session, lastUsedAt: now, clientAddress: client.address.slice(0, 60) };
    await tx.update(SessionEntity, { id: session.id }, { lastUsedAt: now, clientAddress: used.clientAddress });
    return this.withToken(tx, used, hash);
  }

  private async withToken(tx: EntityManager, session: SessionEntity, givenFor: string | null): Promise<OpenSession> {
    const refreshToken = await giveToken(tx, session.id, givenFor);
    const refreshExpiresAt = endsAt(session, this.limits);
    return { sessionId: session.id, accountId: session.accountId, refreshToken, refreshExpiresAt };
  }
}

function refused(): Problem {
  return new Problem(
    401,
    'refresh-refused',
    {},
    {
      headers: { 'www-authenticate': 'Bearer' },
    },
  );
}
