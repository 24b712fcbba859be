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
import { OperationsController } from './operations/operations.controller.js';
import { OperationsOverview } from './operations/operations-overview.js';
import { Proxy } from './proxy/proxy.js';
import { UpstreamMetrics } from './proxy/upstream-metrics.js';
import { GATEWAY_TEXTS } from './texts.js';
import { StreamProxy } from './streams/stream-proxy.js';
import { StreamTickets } from './streams/stream-tickets.js';
import { StreamTicketsController } from './streams/stream-tickets.controller.js';

@Module({
  imports: [
    PlatformModule.forService({ service: 'gateway', config: GatewayConfig, facesPublic: true, texts: GATEWAY_TEXTS }),
    EventBusModule.forListener('gateway'),
  ],
  controllers: [DocumentsController, ServicesHealthController, OperationsController, StreamTicketsController],
  providers: [
    ApiDocuments,
    ServicesHealth,
    OperationsOverview,
    ClientAddresses,
    RateLimits,
    StreamTickets,
    StreamProxy,
    Proxy,
    UpstreamMetrics,
  ],
})
export class GatewayModule {}
