import type { Attachment } from '#platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { EventHandling } from './consumer/event-handling.js';
import { Inbox } from './consumer/inbox.js';
import { JetStreamServer } from './consumer/jetstream-server.js';
import { ParkedReplays } from './consumer/parked-replays.js';
import { Positions } from './consumer/positions.js';
import { Leases } from './leases.js';
import { Nats } from './nats/nats-connection.js';
import { Streams } from './nats/streams.js';
import { ConsumersController } from './operations/consumers.controller.js';
import { ParkedEventsController } from './operations/parked-events.controller.js';
import { ParkedEvents } from './operations/parked-events.service.js';
import { Redelivery } from './operations/redelivery.service.js';
import { Outbox } from './outbox/outbox.js';
import { Relay } from './outbox/relay.js';
import { SERVICE_NAME } from './service-name.js';

/** Outbox, relay, consumers and their operations for one service. Its migrations are `eventBusMigrations`. */
@Module({})
export class EventBusModule {
  static forService(service: string): DynamicModule {
    return {
      module: EventBusModule,
      global: true,
      controllers: [ParkedEventsController, ConsumersController],
      providers: [
        { provide: SERVICE_NAME, useValue: service },
        Nats,
        Streams,
        Leases,
        Outbox,
        Relay,
        Inbox,
        Positions,
        EventHandling,
        ParkedReplays,
        JetStreamServer,
        ParkedEvents,
        Redelivery,
      ],
      exports: [Outbox],
    };
  }
}

/** Joins the event transport to a service before it starts. */
export const connectEventBus: Attachment = (app) => {
  app.connectMicroservice({ strategy: app.get(JetStreamServer) }, { inheritAppConfig: false });
};
