import { Clock, newId, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import { Passwords } from '../accounts/passwords.js';
import { StaffConfig } from '../staff.config.js';
import { SigningKey } from './signing-key.js';
import type { TokenRequest, TokenResponse } from './tokens.dto.js';

/** Gives tokens to people with an account (decision 10). */
@Injectable()
export class TokensService {
  constructor(
    private readonly source: DataSource,
    private readonly passwords: Passwords,
    private readonly key: SigningKey,
    private readonly config: StaffConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 401, the same and after the same time for a wrong name, password and a closed account. */
  async issue({ username, password }: TokenRequest): Promise<TokenResponse> {
    const account = await this.find(username.trim().toLowerCase());
    const fits = await this.passwords.fits(account?.passwordHash, password);
    if (!account || !fits || !account.active) throw refused();
    const accessToken = await this.sign(account);
    return { accessToken, tokenType: 'Bearer', expiresIn: this.config.tokenLifetimeSeconds };
  }

  private sign(account: AccountEntity): Promise<string> {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT({ name: account.displayName, roles: account.roles })
      .setProtectedHeader({ alg: 'ES256', kid: this.key.publicKey.kid, typ: 'JWT' })
      .setIssuer(this.config.tokenIssuer)
      .setAudience(this.config.tokenAudience)
      .setSubject(account.id)
      .setJti(newId())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + this.config.tokenLifetimeSeconds)
      .sign(this.key.privateKey);
  }

  private async find(username: string): Promise<AccountEntity | null> {
    return this.source.manager
      .createQueryBuilder(AccountEntity, 'a')
      .addSelect('a.passwordHash')
      .where('a.username = :username', { username })
      .getOne();
  }
}

function refused(): Problem {
  return new Problem(401, 'credentials-refused', {}, { headers: { 'www-authenticate': 'Bearer' } });
}
