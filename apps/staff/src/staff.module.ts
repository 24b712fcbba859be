import { EventBusModule, eventBusMigrations } from '#event-bus';
import { platformMigrations, PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { AccountEntity } from './accounts/account.entity.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { FirstAdministrator } from './accounts/first-administrator.js';
import { Passwords } from './accounts/passwords.js';
import { DemoSeed } from './demo/demo-seed.js';
import { DepartmentEntity } from './departments/department.entity.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { DepartmentsService } from './departments/departments.service.js';
import { LocalCodeEntity } from './departments/local-code.entity.js';
import { staffMigrations } from './migrations/index.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesService } from './roles/roles.service.js';
import { StaffConfig } from './staff.config.js';
import { MeController } from './tokens/me.controller.js';
import { SigningKey } from './tokens/signing-key.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';

@Module({
  imports: [
    PlatformModule.forService({
      service: 'staff',
      config: StaffConfig,
      database: {
        entities: [DepartmentEntity, LocalCodeEntity, AccountEntity],
        migrations: [...platformMigrations, ...eventBusMigrations, ...staffMigrations],
      },
    }),
    EventBusModule.forService('staff'),
  ],
  controllers: [RolesController, DepartmentsController, AccountsController, TokensController, MeController],
  providers: [
    RolesService,
    DepartmentsService,
    AccountsService,
    Passwords,
    TokensService,
    {
      provide: SigningKey,
      inject: [StaffConfig],
      useFactory: (config: StaffConfig) => new SigningKey(config.signingKey),
    },
    FirstAdministrator,
    DemoSeed,
  ],
})
export class StaffModule {}
