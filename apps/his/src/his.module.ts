import { EventBusModule, eventBusMigrations, PersonErasedConsumer, RoleRightsConsumer } from '#event-bus';
import { platformMigrations, PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { HisConfig } from './his.config.js';
import { HisRetention } from './his.retention.js';
import { IntakeService } from './messages/intake.service.js';
import { MessageEntity } from './messages/message.entity.js';
import { MessagesController } from './messages/messages.controller.js';
import { MessagesPersonData } from './messages/messages.person-data.js';
import { MessageMetrics } from './messages/message-metrics.js';
import { MessageSearch } from './messages/messages.query.js';
import { RepairsService } from './messages/repairs.service.js';
import { hisMigrations } from './migrations/index.js';
import { MllpMetrics } from './mllp/mllp-metrics.js';
import { MllpPorts } from './mllp/mllp-ports.js';
import { PartnerProfiles } from './partners/partner-profiles.js';
import { PartnerEntity } from './partners/partner.entity.js';
import { PartnersController } from './partners/partners.controller.js';
import { PartnersService } from './partners/partners.service.js';
import { HIS_TEXTS } from './texts.js';

@Module({
  imports: [
    PlatformModule.forService({
      service: 'his',
      config: HisConfig,
      texts: HIS_TEXTS,
      database: {
        entities: [MessageEntity, PartnerEntity],
        migrations: [...platformMigrations, ...eventBusMigrations, ...hisMigrations],
      },
    }),
    EventBusModule.forService('his'),
  ],
  controllers: [RoleRightsConsumer, PersonErasedConsumer, MessagesController, PartnersController],
  providers: [
    IntakeService,
    RepairsService,
    MessageSearch,
    MessageMetrics,
    PartnersService,
    PartnerProfiles,
    MllpPorts,
    MllpMetrics,
    HisRetention,
    MessagesPersonData,
  ],
})
export class HisModule {}
