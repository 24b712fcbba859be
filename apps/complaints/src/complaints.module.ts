import { EventBusModule, eventBusMigrations, PersonErasedConsumer, RoleRightsConsumer } from '#event-bus';
import { deadlineProviders, FilesModule, platformMigrations, PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { ATTACHMENT_CONTROLLERS, ATTACHMENT_PROVIDERS } from './attachments/attachments.wiring.js';
import { AUTOMATIC_CONTROLLERS } from './automatic/automatic.wiring.js';
import { CLOCK_CONTROLLERS, CLOCK_DEADLINES, CLOCK_ENTITIES, CLOCK_PROVIDERS } from './clocks/clocks.wiring.js';
import { BOARD_CONTROLLERS, BOARD_PROVIDERS } from './board/board.wiring.js';
import { AWARD_CONTROLLERS, AWARD_ENTITIES, AWARD_PROVIDERS } from './awards/awards.wiring.js';
import { CASE_CONTROLLERS, CASE_DEADLINES, CASE_ENTITIES, CASE_PROVIDERS } from './cases/cases.wiring.js';
import { PRAISE_CONTROLLERS, PRAISE_ENTITIES, PRAISE_PROVIDERS } from './praise/praise.wiring.js';
import { ComplaintsConfig } from './complaints.config.js';
import { ComplaintsRetention } from './complaints.retention.js';
import { ESCALATION_DEADLINES, ESCALATION_PROVIDERS } from './escalation/escalation.wiring.js';
import { complaintsMigrations } from './migrations/index.js';
import { PEOPLE_CONTROLLERS, PEOPLE_PROVIDERS } from './people/people.wiring.js';
import { PUBLIC_FORM_CONTROLLERS, PUBLIC_FORM_PROVIDERS } from './public-form/public-form.wiring.js';
import { STAFF_CONTROLLERS, STAFF_PROVIDERS } from './staff/staff.wiring.js';
import { REPORT_CONTROLLERS, REPORT_PROVIDERS } from './reports/reports.wiring.js';
import { DossiersController } from './dossiers/dossiers.controller.js';
import { COMPLAINTS_TEXTS } from './texts.js';
import {
  VOUCHER_CONTROLLERS,
  VOUCHER_DEADLINES,
  VOUCHER_ENTITIES,
  VOUCHER_PROVIDERS,
} from './vouchers/vouchers.wiring.js';
import { TICKET_CONTROLLERS, TICKET_ENTITIES, TICKET_PROVIDERS } from './tickets/tickets.wiring.js';
import { CRISIS_CONTROLLERS, CRISIS_ENTITIES, CRISIS_PROVIDERS } from './crises/crises.wiring.js';
import { REVIEW_CONTROLLERS, REVIEW_DEADLINES, REVIEW_ENTITIES, REVIEW_PROVIDERS } from './reviews/reviews.wiring.js';

@Module({
  imports: [
    PlatformModule.forService({
      service: 'complaints',
      config: ComplaintsConfig,
      texts: COMPLAINTS_TEXTS,
      database: {
        entities: [
          ...TICKET_ENTITIES,
          ...CLOCK_ENTITIES,
          ...VOUCHER_ENTITIES,
          ...REVIEW_ENTITIES,
          ...CRISIS_ENTITIES,
          ...CASE_ENTITIES,
          ...PRAISE_ENTITIES,
          ...AWARD_ENTITIES,
        ],
        migrations: [...platformMigrations, ...eventBusMigrations, ...complaintsMigrations],
      },
    }),
    EventBusModule.forService('complaints'),
    FilesModule.forService('complaints'),
  ],
  controllers: [
    RoleRightsConsumer,
    PersonErasedConsumer,
    ...PEOPLE_CONTROLLERS,
    ...STAFF_CONTROLLERS,
    ...TICKET_CONTROLLERS,
    ...ATTACHMENT_CONTROLLERS,
    DossiersController,
    ...AUTOMATIC_CONTROLLERS,
    ...BOARD_CONTROLLERS,
    ...CLOCK_CONTROLLERS,
    ...PUBLIC_FORM_CONTROLLERS,
    ...REPORT_CONTROLLERS,
    ...VOUCHER_CONTROLLERS,
    ...REVIEW_CONTROLLERS,
    ...CRISIS_CONTROLLERS,
    ...CASE_CONTROLLERS,
    ...PRAISE_CONTROLLERS,
    ...AWARD_CONTROLLERS,
  ],
  providers: [
    ComplaintsRetention,
    ...PEOPLE_PROVIDERS,
    ...STAFF_PROVIDERS,
    ...TICKET_PROVIDERS,
    ...CLOCK_PROVIDERS,
    ...ATTACHMENT_PROVIDERS,
    ...PUBLIC_FORM_PROVIDERS,
    ...REPORT_PROVIDERS,
    ...ESCALATION_PROVIDERS,
    ...VOUCHER_PROVIDERS,
    // What is late first, in every round (CP-2).
    ...deadlineProviders(
      ...ESCALATION_DEADLINES,
      ...CASE_DEADLINES,
      ...VOUCHER_DEADLINES,
      ...REVIEW_DEADLINES,
      ...CLOCK_DEADLINES,
    ),
    ...BOARD_PROVIDERS,
    ...REVIEW_PROVIDERS,
    ...CRISIS_PROVIDERS,
    ...CASE_PROVIDERS,
    ...PRAISE_PROVIDERS,
    ...AWARD_PROVIDERS,
  ],
})
export class ComplaintsModule {}
