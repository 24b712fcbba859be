import { lockKey, transact } from '#platform';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StaffConfig } from '../staff.config.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { Passwords } from './passwords.js';

export const FIRST_ADMINISTRATOR = 'admin';

/** A hospital without accounts has nobody who may make one: the first administrator comes from the environment. */
@Injectable()
export class FirstAdministrator implements OnApplicationBootstrap {
  private readonly logger = new Logger(FirstAdministrator.name);

  constructor(
    private readonly source: DataSource,
    private readonly config: StaffConfig,
    private readonly accounts: AccountsService,
    private readonly passwords: Passwords,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { firstAdministratorPassword, demoSeed } = this.config;
    if (firstAdministratorPassword !== undefined && !demoSeed) await this.make(firstAdministratorPassword);
  }

  /** Only while there is no account at all, however many replicas start at once. */
  private async make(password: string): Promise<void> {
    if (await this.source.manager.exists(AccountEntity)) return;
    const passwordHash = await this.passwords.hash(password);
    await transact(this.source, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey('first administrator')]);
      if (await tx.exists(AccountEntity)) return;
      const account = {
        username: FIRST_ADMINISTRATOR,
        displayName: '系统管理员',
        roles: ['administrator' as const],
      };
      await this.accounts.createIn(tx, account, passwordHash);
      this.logger.log(`Made the first administrator, ${FIRST_ADMINISTRATOR}`);
    });
  }
}
