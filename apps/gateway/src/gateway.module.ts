import { EventBusModule } from '#event-bus';
import { PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { ApiDocuments } from './documents/api-documents.js';
import { DocumentsController } from './documents/documents.controller.js';
import { GatewayConfig } from './gateway.config.js';
import { ServicesHealth } from './health/services-health.js';
import { ServicesHealthController } from './health/services-health.controller.js';
import { Proxy } from './proxy/proxy.js';

@Module({
  imports: [
    PlatformModule.forService({ service: 'gateway', config: GatewayConfig }),
    EventBusModule.forListener('gateway'),
  ],
  controllers: [DocumentsController, ServicesHealthController],
  providers: [ApiDocuments, ServicesHealth, Proxy],
})
export class GatewayModule {}
