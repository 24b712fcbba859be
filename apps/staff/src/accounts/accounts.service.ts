import { AccountSavedV1, type Role } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, isUniqueViolation, listPage, newId, Problem, requireVersion, stateChange, transact } from '#platform';
import type { Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from './account.entity.js';
import { MemberEntity } from '../members/member.entity.js';
import { oneAtATime, requireKeeperBeside } from '../roles/keepers.js';
import type { Account, ChangeAccount, CreateAccount } from './accounts.dto.js';
import type { ActiveQuery } from '../http/active-query.js';
import { ACCOUNTS } from './accounts.list.js';
import { Sessions } from '../sessions/sessions.js';
import { StaffConfig } from '../staff.config.js';
import { passwordFault } from './password.rules.js';
import { Passwords } from './passwords.js';

type Facts = Pick<AccountEntity, 'id' | 'memberId' | 'roles' | 'active' | 'version'>;

@Injectable()
export class AccountsService {
  constructor(
    private readonly source: DataSource,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly config: StaffConfig,
    private readonly clock: Clock,
  ) {}

  async list(query: ActiveQuery): Promise<Page<Account>> {
    const select = this.source.manager.createQueryBuilder(AccountEntity, 'a');
    if (!query.includeInactive) select.andWhere('a.active');
    const page = await listPage(select, ACCOUNTS, query);
    return { ...page, items: page.items.map(present) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Account> {
    const row = await this.source.manager.findOneBy(AccountEntity, { id });
    if (!row) throw Problem.notFound('account', id);
    return present(row);
  }

  /** @throws Problem 409 when the user name is taken. */
  async create(input: CreateAccount): Promise<Account> {
    const fault = passwordFault(input.password, input.username, this.config.passwordMinLength);
    if (fault !== null) throw Problem.invalid([{ field: 'password', ...fault }]);
    const passwordHash = await this.passwords.hash(input.password);
    try {
      return await transact(this.source, (tx) => this.createIn(tx, input, passwordHash));
    } catch (error) {
      if (!isUniqueViolation(error, 'account_username')) throw error;
      throw Problem.conflict('username-taken', { username: input.username });
    }
  }

  /** Creates one inside a transaction of the caller's; the hash is made before it, because it takes long. */
  async createIn(tx: EntityManager, input: Omit<CreateAccount, 'password'>, passwordHash: string): Promise<Account> {
    const now = this.clock.now();
    const { username, displayName, roles } = input;
    const memberId = input.memberId ?? null;
    await requireMember(tx, memberId);
    const row = {
      id: newId(),
      username,
      displayName,
      passwordHash,
      roles,
      memberId,
      active: true,
      version: 1,
      mustChangePassword: false,
    };
    await tx.insert(AccountEntity, { ...row, createdAt: now, updatedAt: now });
    const account = present({ ...row, createdAt: now, updatedAt: now });
    stateChange('account', account.id, null, account);
    await this.outbox.append(tx, AccountSavedV1, factsOf(row));
    return account;
  }

  /** @throws Problem 404; 412 when it changed since `version`; 409 for the last administrator. */
  change(id: string, version: number, change: ChangeAccount): Promise<Account> {
    return transact(this.source, async (tx) => {
      await oneAtATime(tx);
      const row = await tx.findOne(AccountEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw Problem.notFound('account', id);
      requireVersion(row.version, version);
      const changed = { ...row, ...given(change), version: row.version + 1, updatedAt: this.clock.now() };
      await requireKeeperBeside(tx, id, row, changed);
      if (change.memberId !== undefined) await requireMember(tx, change.memberId);
      await tx.update(AccountEntity, { id }, changed);
      stateChange('account', id, present(row), present(changed));
      if (!sameFacts(row, changed)) await this.outbox.append(tx, AccountSavedV1, factsOf(changed));
      if (row.active && !changed.active) await this.sessions.endAll(tx, id, 'account-deactivated');
      else if (!sameRoles(row.roles, changed.roles)) await this.sessions.endAll(tx, id, 'roles-changed');
      return present(changed);
    });
  }
}

/** What other services need to know: neither its names nor anything about its password. */
function factsOf(row: Facts): AccountSavedV1 {
  const { id: accountId, memberId, roles, active, version } = row;
  return { accountId, memberId, roles, active, version };
}

function sameFacts(a: Facts, b: Facts): boolean {
  return a.memberId === b.memberId && a.active === b.active && sameRoles(a.roles, b.roles);
}

function sameRoles(a: readonly Role[], b: readonly Role[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}

async function requireMember(tx: EntityManager, id: string | null): Promise<void> {
  if (id === null || (await tx.existsBy(MemberEntity, { id }))) return;
  throw Problem.invalid([{ field: 'memberId', code: 'no-member' }]);
}

/** What the caller said; null is treated as not said, but for the member, where it means nobody. */
function given(change: ChangeAccount): Partial<AccountEntity> {
  const { displayName, roles, active, memberId } = change;
  const said = Object.entries({ displayName, roles, active }).filter(([, value]) => (value ?? null) !== null);
  return { ...Object.fromEntries(said), ...(memberId === undefined ? {} : { memberId }) };
}

function present(row: AccountEntity): Account {
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    roles: row.roles,
    memberId: row.memberId,
    mustChangePassword: row.mustChangePassword,
    active: row.active,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
