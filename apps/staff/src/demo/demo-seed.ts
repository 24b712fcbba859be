import { Clock, lockKey, transact } from '#platform';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { Passwords } from '../accounts/passwords.js';
import { DepartmentEntity } from '../departments/department.entity.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { MemberEntity } from '../members/member.entity.js';
import { StaffConfig } from '../staff.config.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.js';
import { DemoPeopleSeed } from './demo-people-seed.js';
import { DEMO_DEPARTMENTS } from './demo-departments.js';
import { DEMO_NOTIFICATION } from './demo-notification.js';
import { NotificationsService } from '../notifications/notifications.service.js';

/** The system whose local codes the demo hospital knows. */
const DEMO_SYSTEM = 'demo-his';

/** Gives an empty hospital departments and people, so that `npm start` has something to show. */
@Injectable()
export class DemoSeed implements OnApplicationBootstrap {
  private readonly logger = new Logger(DemoSeed.name);

  constructor(
    private readonly source: DataSource,
    private readonly config: StaffConfig,
    private readonly departments: DepartmentsService,
    private readonly accounts: AccountsService,
    private readonly passwords: Passwords,
    private readonly people: DemoPeopleSeed,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.demoSeed) await this.run();
  }

  /** Fills what is empty and touches nothing else, however often and by however many replicas it is run. */
  async run(): Promise<void> {
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD);
    await transact(this.source, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey('demo seed')]);
      if (!(await tx.exists(DepartmentEntity))) await this.seedDepartments(tx);
      if (await tx.exists(AccountEntity)) return;
      const people = (await tx.exists(MemberEntity)) ? new Map<string, string>() : await this.people.run(tx);
      for (const account of DEMO_ACCOUNTS) {
        const memberId = people.get(account.username) ?? null;
        await this.accounts.createIn(tx, { ...account, memberId }, passwordHash);
      }
      await this.notifications.request(tx, DEMO_NOTIFICATION, 'demo', this.clock.now());
      this.logger.warn('Demo accounts were created: their password is public');
    });
  }

  private async seedDepartments(tx: EntityManager): Promise<void> {
    const ids = new Map<string, string>();
    for (const { nationalCode, nameZh, nameEn, localCode } of DEMO_DEPARTMENTS) {
      const parentId = ids.get(nationalCode.split('.').slice(0, -1).join('.')) ?? null;
      const localCodes = [{ system: DEMO_SYSTEM, code: localCode }];
      const saved = { nationalCode, nameZh, nameEn, parentId, localCodes, active: true };
      ids.set(nationalCode, (await this.departments.createIn(tx, saved)).id);
    }
  }
}
