import { EventBusModule } from '#event-bus';
import { PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { ApiDocuments } from './documents/api-documents.js';
import { DocumentsController } from './documents/documents.controller.js';
import { GatewayConfig } from './gateway.config.js';
import { ServicesHealth } from './health/services-health.js';
import { ServicesHealthController } from './health/services-health.controller.js';
import { ClientAddresses } from './limits/client-addresses.js';
import { RateLimits } from './limits/rate-limits.js';
import { Proxy } from './proxy/proxy.js';
import { UpstreamMetrics } from './proxy/upstream-metrics.js';
import { GATEWAY_TEXTS } from './texts.js';

@Module({
  imports: [
    PlatformModule.forService({ service: 'gateway', config: GatewayConfig, facesPublic: true, texts: GATEWAY_TEXTS }),
    EventBusModule.forListener('gateway'),
  ],
  controllers: [DocumentsController, ServicesHealthController],
  providers: [ApiDocuments, ServicesHealth, ClientAddresses, RateLimits, Proxy, UpstreamMetrics],
})
export class GatewayModule {}
