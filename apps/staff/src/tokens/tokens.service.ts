import { Clock, newId, Problem, stateChange, stateRefusal, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import { Credentials } from '../accounts/credentials.service.js';
import { LoginAttempts } from '../accounts/login-attempts.js';
import { Sessions, type Client, type OpenSession } from '../sessions/sessions.js';
import { StaffConfig } from '../staff.config.js';
import { SigningKeys } from './signing-key.js';
import type { TokenRequest, TokenResponse } from './tokens.dto.js';

/** Gives tokens to people with an account (decision 10). */
@Injectable()
export class TokensService {
  constructor(
    private readonly source: DataSource,
    private readonly credentials: Credentials,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly keys: SigningKeys,
    private readonly config: StaffConfig,
    private readonly clock: Clock,
  ) {}

  /** Begins a session. @throws Problem as `Credentials.check`; 403 when the password has to be changed first. */
  async issue({ username, password }: TokenRequest, client: Client): Promise<TokenResponse> {
    const { id, username: name, passwordHash } = await this.credentials.check(username, password);
    const begun = await transact(this.source, async (tx) => {
      // The account may have changed while the password was checked: no session outlives that unnoticed.
      const account = await tx
        .createQueryBuilder(AccountEntity, 'a')
        .addSelect('a.passwordHash')
        .where('a.id = :id AND a.active', { id })
        .setLock('pessimistic_read')
        .getOne();
      if (account?.passwordHash !== passwordHash) throw sessionOver();
      await this.attempts.forget(tx, name);
      if (account.mustChangePassword) {
        stateRefusal(403);
        return undefined;
      }
      const session = await this.sessions.begin(tx, id, client);
      stateChange('account', id, { session: null }, { session: session.sessionId });
      return { account, session };
    });
    if (!begun) throw passwordChangeRequired();
    return this.answer(begun.account, begun.session);
  }

  /** @throws Problem 401 when the session is over. */
  async refresh(refreshToken: string, client: Client): Promise<TokenResponse> {
    const session = await this.sessions.refresh(refreshToken, client);
    const account = await this.source.manager.findOneBy(AccountEntity, { id: session.accountId, active: true });
    if (!account) throw sessionOver();
    return this.answer(account, session);
  }

  private async answer(account: AccountEntity, session: OpenSession): Promise<TokenResponse> {
    const left = session.refreshExpiresAt.getTime() - this.clock.now().getTime();
    return {
      accessToken: await this.sign(account, session.sessionId),
      tokenType: 'Bearer',
      expiresIn: this.config.tokenLifetimeSeconds,
      refreshToken: session.refreshToken,
      refreshExpiresIn: Math.floor(left / 1000),
    };
  }

  private sign(account: AccountEntity, sessionId: string): Promise<string> {
    // With its milliseconds: a sign-in right after all sessions were ended is told from one right before.
    const issuedAt = this.clock.now().getTime() / 1000;
    return new SignJWT({ name: account.displayName, roles: account.roles, sid: sessionId })
      .setProtectedHeader({ alg: 'ES256', kid: this.keys.current.publicKey.kid, typ: 'JWT' })
      .setIssuer(this.config.tokenIssuer)
      .setAudience(this.config.tokenAudience)
      .setSubject(account.id)
      .setJti(newId())
      .setIssuedAt(issuedAt)
      .setExpirationTime(Math.floor(issuedAt) + this.config.tokenLifetimeSeconds)
      .sign(this.keys.current.privateKey);
  }
}

function sessionOver(): Problem {
  return new Problem(
    401,
    'refresh-refused',
    {},
    {
      headers: { 'www-authenticate': 'Bearer' },
    },
  );
}

function passwordChangeRequired(): Problem {
  return new Problem(403, 'password-change-required');
}
