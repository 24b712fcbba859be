import { EventBusModule, eventBusMigrations, PersonErasedConsumer } from '#event-bus';
import { deadlineProviders, platformMigrations, PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { AccountEntity } from './accounts/account.entity.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { Credentials } from './accounts/credentials.service.js';
import { FirstAdministrator } from './accounts/first-administrator.js';
import { LoginAttempts } from './accounts/login-attempts.js';
import { Passwords } from './accounts/passwords.js';
import { DemoPeopleSeed } from './demo/demo-people-seed.js';
import { DemoSeed } from './demo/demo-seed.js';
import { DepartmentEntity } from './departments/department.entity.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { DepartmentsService } from './departments/departments.service.js';
import { LocalCodeEntity } from './departments/local-code.entity.js';
import { staffMigrations } from './migrations/index.js';
import { DutyController } from './duty/duty.controller.js';
import { DutyService } from './duty/duty.service.js';
import { MonthImport } from './duty/month-import.js';
import { OnDuty } from './duty/on-duty.js';
import { Roster } from './duty/roster.js';
import { ShiftEntity } from './duty/shift.entity.js';
import { ShiftsController } from './duty/shifts.controller.js';
import { ShiftsService } from './duty/shifts.service.js';
import { SubstituteEntity } from './duty/substitute.entity.js';
import { SubstitutesController } from './duty/substitutes.controller.js';
import { SubstitutesService } from './duty/substitutes.service.js';
import { WeeklyDutiesController } from './duty/weekly-duties.controller.js';
import { WeeklyDutyDeadlines } from './duty/weekly-duties.deadlines.js';
import { WeeklyDutiesService } from './duty/weekly-duties.service.js';
import { WeeklyDutyEntity } from './duty/weekly-duty.entity.js';
import { MemberEntity } from './members/member.entity.js';
import { MembersController } from './members/members.controller.js';
import { MembersService } from './members/members.service.js';
import { TermsController } from './terms/terms.controller.js';
import { TermsService } from './terms/terms.service.js';
import { NotificationEntity } from './notifications/notification.entity.js';
import { NotificationFeed } from './notifications/notification-feed.js';
import { NotificationMetrics } from './notifications/notification-metrics.js';
import { NotificationsConsumer } from './notifications/notifications.consumer.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { EscalationDeadlines, WaitingDeadlines } from './notifications/notifications.deadlines.js';
import { NotificationsPersonData } from './notifications/notifications.person-data.js';
import { NotificationsQuery } from './notifications/notifications.query.js';
import { NotificationSettling } from './notifications/notification-settling.js';
import { NotificationsService } from './notifications/notifications.service.js';
import { Inboxes } from './notifications/inboxes.js';
import { Policy } from './notifications/policy.js';
import { PreferencesController } from './notifications/preferences.controller.js';
import { PreferencesService } from './notifications/preferences.service.js';
import { Recipients } from './notifications/recipients.js';
import { Teller } from './notifications/teller.js';
import { TellingEntity } from './notifications/telling.entity.js';
import { Waiters } from './notifications/waiters.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesService } from './roles/roles.service.js';
import { SessionEntity } from './sessions/session.entity.js';
import { Sessions } from './sessions/sessions.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { StaffConfig } from './staff.config.js';
import { StaffRetention } from './staff.retention.js';
import { MeController } from './tokens/me.controller.js';
import { SignInMetrics } from './tokens/sign-in-metrics.js';
import { SigningKeys } from './tokens/signing-key.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';
import { STAFF_TEXTS } from './texts.js';

@Module({
  imports: [
    PlatformModule.forService({
      service: 'staff',
      config: StaffConfig,
      texts: STAFF_TEXTS,
      database: {
        entities: [
          DepartmentEntity,
          LocalCodeEntity,
          AccountEntity,
          MemberEntity,
          SessionEntity,
          ShiftEntity,
          SubstituteEntity,
          WeeklyDutyEntity,
          NotificationEntity,
          TellingEntity,
        ],
        migrations: [...platformMigrations, ...eventBusMigrations, ...staffMigrations],
      },
    }),
    EventBusModule.forService('staff'),
  ],
  controllers: [
    PersonErasedConsumer,
    RolesController,
    TermsController,
    MembersController,
    DutyController,
    ShiftsController,
    WeeklyDutiesController,
    SubstitutesController,
    DepartmentsController,
    AccountsController,
    SessionsController,
    TokensController,
    MeController,
    PreferencesController,
    NotificationsController,
    NotificationsConsumer,
  ],
  providers: [
    RolesService,
    StaffRetention,
    NotificationsPersonData,
    TermsService,
    MembersService,
    Roster,
    OnDuty,
    DutyService,
    ShiftsService,
    MonthImport,
    WeeklyDutiesService,
    SubstitutesService,
    ...deadlineProviders(EscalationDeadlines, WaitingDeadlines, WeeklyDutyDeadlines),
    Inboxes,
    NotificationFeed,
    NotificationMetrics,
    NotificationsQuery,
    NotificationsService,
    NotificationSettling,
    Policy,
    PreferencesService,
    Recipients,
    Teller,
    Waiters,
    DepartmentsService,
    AccountsService,
    Passwords,
    LoginAttempts,
    Credentials,
    Sessions,
    SessionsService,
    TokensService,
    SignInMetrics,
    {
      provide: SigningKeys,
      inject: [StaffConfig],
      useFactory: (config: StaffConfig) => new SigningKeys(config.signingKey, config.otherSigningKey),
    },
    FirstAdministrator,
    DemoPeopleSeed,
    DemoSeed,
  ],
})
export class StaffModule {}
