import { Clock, Problem, requireVersion, stateChange, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Sessions } from '../sessions/sessions.js';
import { StaffConfig } from '../staff.config.js';
import { AccountEntity } from './account.entity.js';
import { LoginAttempts } from './login-attempts.js';
import { passwordFault } from './password.rules.js';
import { Passwords } from './passwords.js';

/** Checks passwords and changes them (decision 10). */
@Injectable()
export class Credentials {
  constructor(
    private readonly source: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly config: StaffConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Whose name and password these are.
   * @throws Problem 401, the same and after the same time for a wrong name, password and a closed account; 429 while
   * the name is locked; 503 when too many log in at once.
   */
  async check(username: string, password: string): Promise<AccountEntity> {
    const name = username.trim().toLowerCase();
    // PostgreSQL has no NUL in text: nobody is called that.
    if (name.includes('\0')) throw refused();
    return this.attempts.guarded(name, async () => {
      const account = await this.find(name);
      if (account) stateSubject(account.id);
      const fits = await this.passwords.fits(account?.passwordHash, password);
      if (!account || !fits || !account.active) throw refused();
      return account;
    });
  }

  /** Changes one's own password, and ends all sessions. @throws Problem as `check`; 400 for one that will not do. */
  async change(username: string, password: string, newPassword: string): Promise<void> {
    const account = await this.check(username, password);
    // He knows his password: looking for a new one that will do is no attempt at it.
    await transact(this.source, (tx) => this.attempts.forget(tx, account.username));
    await this.requireGood(account, newPassword);
    const passwordHash = await this.passwords.hash(newPassword);
    await transact(this.source, async (tx) => {
      const row = await locked(tx, account.id);
      if (row.passwordHash !== account.passwordHash) throw refused();
      await this.replace(tx, row, passwordHash, false, 'password-changed');
    });
  }

  /**
   * An administrator's: the person has to change it before the next token. Ends all sessions, and a lock.
   * @throws Problem 404; 412; 400 for a password that will not do.
   */
  async reset(id: string, version: number, newPassword: string): Promise<void> {
    const account = await this.source.manager.findOneBy(AccountEntity, { id });
    if (!account) throw Problem.notFound('account', id);
    const fault = passwordFault(newPassword, account.username, this.config.passwordMinLength);
    if (fault !== null) throw Problem.invalid([{ field: 'password', ...fault }]);
    const passwordHash = await this.passwords.hash(newPassword);
    await transact(this.source, async (tx) => {
      const row = await locked(tx, id);
      requireVersion(row.version, version);
      await this.replace(tx, row, passwordHash, true, 'password-reset');
    });
  }

  /** Ends the lock of an account's name. @throws Problem 404 */
  unlock(id: string): Promise<void> {
    return transact(this.source, async (tx) => {
      const account = await tx.findOneBy(AccountEntity, { id });
      if (!account) throw Problem.notFound('account', id);
      const locked = await this.attempts.forget(tx, account.username);
      stateChange('account', id, { locked }, { locked: false });
    });
  }

  private async replace(
    tx: EntityManager,
    row: AccountEntity,
    passwordHash: string,
    mustChangePassword: boolean,
    reason: string,
  ): Promise<void> {
    const { id, username, version } = row;
    await tx.query('INSERT INTO password_history (account_id, password_hash) VALUES ($1, $2)', [id, row.passwordHash]);
    await tx.query(
      `DELETE FROM password_history WHERE account_id = $1 AND position NOT IN (
         SELECT position FROM password_history WHERE account_id = $1 ORDER BY position DESC LIMIT $2)`,
      [id, Math.max(0, this.config.passwordHistory - 1)],
    );
    const change = { passwordHash, mustChangePassword, version: version + 1, updatedAt: this.clock.now() };
    await tx.update(AccountEntity, { id }, change);
    const locked = await this.attempts.forget(tx, username);
    const before = { mustChangePassword: row.mustChangePassword, version, locked };
    stateChange('account', id, before, { mustChangePassword, version: change.version, locked: false });
    await this.sessions.endAll(tx, id, reason);
  }

  private async requireGood(account: AccountEntity, newPassword: string): Promise<void> {
    const fault =
      passwordFault(newPassword, account.username, this.config.passwordMinLength) ??
      ((await this.wasUsed(account, newPassword)) ? { code: 'password-used-before' } : null);
    if (fault !== null) throw Problem.invalid([{ field: 'newPassword', ...fault }]);
  }

  private async wasUsed(account: AccountEntity, newPassword: string): Promise<boolean> {
    if (this.config.passwordHistory === 0) return false;
    const rows: { password_hash: string }[] = await this.source.query(
      'SELECT password_hash FROM password_history WHERE account_id = $1',
      [account.id],
    );
    for (const hash of [account.passwordHash, ...rows.map((row) => row.password_hash)]) {
      if (await this.passwords.fits(hash, newPassword)) return true;
    }
    return false;
  }

  private async find(username: string): Promise<AccountEntity | null> {
    return this.source.manager
      .createQueryBuilder(AccountEntity, 'a')
      .addSelect('a.passwordHash')
      .where('a.username = :username', { username })
      .getOne();
  }
}

async function locked(tx: EntityManager, id: string): Promise<AccountEntity> {
  const row = await tx
    .createQueryBuilder(AccountEntity, 'a')
    .addSelect('a.passwordHash')
    .where('a.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!row) throw Problem.notFound('account', id);
  return row;
}

function refused(): Problem {
  return new Problem(
    401,
    'credentials-refused',
    {},
    {
      headers: { 'www-authenticate': 'Bearer' },
    },
  );
}
