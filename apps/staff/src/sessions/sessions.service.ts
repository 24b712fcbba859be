import {
  Clock,
  currentContext,
  listPage,
  Problem,
  Rights,
  stateSubject,
  transact,
  type Actor,
  type Page,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { endsAt } from './session.rules.js';
import { SessionEntity } from './session.entity.js';
import { Sessions } from './sessions.js';
import type { SessionsQuery, SessionView } from './sessions.dto.js';
import { SESSIONS } from './sessions.list.js';

/** The nil UUID: no row has it. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** Everybody sees and ends the own sessions; who manages accounts, those of all. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for others' sessions without accounts.manage. */
  async list(query: SessionsQuery): Promise<Page<SessionView>> {
    const actor = caller();
    const account = query.everybody ? undefined : (query.account ?? actor.id);
    if (account !== actor.id) this.requireManager(actor);
    const now = this.clock.now().getTime();
    const { idleSeconds, lifetimeSeconds } = this.sessions.limits;
    const select = this.source.manager
      .createQueryBuilder(SessionEntity, 's')
      .where('s.ended_at IS NULL AND s.last_used_at > :used AND s.started_at > :started', {
        used: new Date(now - idleSeconds * 1000),
        started: new Date(now - lifetimeSeconds * 1000),
      });
    if (account !== undefined) select.andWhere('s.accountId = :account', { account: idOrNobodys(account) });
    const page = await listPage(select, SESSIONS, query);
    return { ...page, items: page.items.map((row) => this.present(row)) };
  }

  /** @throws Problem 404, for another's session also without accounts.manage. */
  end(id: string): Promise<void> {
    const actor = caller();
    return transact(this.source, async (tx) => {
      const session = await tx.findOneBy(SessionEntity, { id });
      if (session) stateSubject(session.accountId);
      const own = session?.accountId === actor.id;
      if (!session || !(own || this.rights.allows(actor, 'accounts.manage'))) throw Problem.notFound('session', id);
      await this.sessions.end(tx, session, own ? 'ended-by-owner' : 'ended-by-administrator');
    });
  }

  endAllOf(accountId: string): Promise<void> {
    return transact(this.source, (tx) => this.sessions.endAll(tx, accountId, 'ended-by-administrator'));
  }

  /** Ends the session this request came in. @throws Problem 409 for a token of another issuer: it has none here. */
  async signOut(): Promise<void> {
    const id = currentContext()?.session?.sessionId;
    const session =
      id === undefined ? null : await this.source.manager.findOneBy(SessionEntity, { id: idOrNobodys(id) });
    if (!session) throw Problem.conflict('no-session');
    stateSubject(session.accountId);
    await transact(this.source, (tx) => this.sessions.end(tx, session, 'signed-out'));
  }

  private requireManager(actor: Actor): void {
    const right = 'accounts.manage';
    if (!this.rights.allows(actor, right)) throw new Problem(403, 'right-required', { right }, { right });
  }

  private present(row: SessionEntity): SessionView {
    return {
      id: row.id,
      accountId: row.accountId,
      startedAt: row.startedAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      expiresAt: endsAt(row, this.sessions.limits).toISOString(),
      clientAddress: row.clientAddress,
      userAgent: row.userAgent,
      current: row.id === currentContext()?.session?.sessionId,
    };
  }
}

/** Whoever came with a token of another issuer, and his session, have ids that are none of ours (ADR 0030). */
function idOrNobodys(id: string): string {
  return isUUID(id) ? id : NOBODYS;
}

function caller(): Actor {
  const actor = currentContext()?.actor;
  if (!actor) throw new Problem(401, 'token-missing');
  return actor;
}
