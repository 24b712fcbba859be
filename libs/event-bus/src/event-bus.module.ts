import { contributeTexts, type Attachment } from '#platform';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Broadcasts } from './broadcast/broadcasts.js';
import { SessionRevocations } from './broadcast/session-revocations.js';
import { EventHandling } from './consumer/event-handling.js';
import { Inbox } from './consumer/inbox.js';
import { JetStreamServer } from './consumer/jetstream-server.js';
import { ParkedReplays } from './consumer/parked-replays.js';
import { Positions } from './consumer/positions.js';
import { ErasureJob } from './erasures/erasure.job.js';
import { ErasurePreviewAnswers } from './erasures/erasure-preview-answers.js';
import { EventPersonData } from './event.person-data.js';
import { EventRetention } from './event-retention.js';
import { Leases } from './leases.js';
import { BusMetrics } from './metrics/bus-metrics.js';
import { ConsumerMetrics } from './metrics/consumer-metrics.js';
import { RelayMetrics } from './metrics/relay-metrics.js';
import { BROKER_NEED, Nats, type BrokerNeed } from './nats/nats-connection.js';
import { Streams } from './nats/streams.js';
import { ConsumersController } from './operations/consumers.controller.js';
import { OutboxBacklog } from './operations/outbox-backlog.js';
import { OverviewController } from './operations/overview.controller.js';
import { Overview } from './operations/overview.service.js';
import { ParkedEventsController } from './operations/parked-events.controller.js';
import { ParkedEvents } from './operations/parked-events.service.js';
import { ParkedKinds } from './operations/parked-kinds.js';
import { Redelivery } from './operations/redelivery.service.js';
import { Outbox } from './outbox/outbox.js';
import { Relay } from './outbox/relay.js';
import { Answers } from './questions/answers.js';
import { PersonDataAnswers } from './questions/person-data-answers.js';
import { Questions } from './questions/questions.js';
import { SERVICE_NAME } from './service-name.js';
import { EVENT_BUS_TEXTS } from './texts.js';

/** Outbox, relay, consumers and their operations for one service. Its migrations are `eventBusMigrations`. */
@Module({})
export class EventBusModule {
  static forService(service: string): DynamicModule {
    contributeTexts(EVENT_BUS_TEXTS);
    return {
      module: EventBusModule,
      global: true,
      controllers: [ParkedEventsController, ConsumersController, OverviewController],
      providers: [
        ...connectionProviders(service, 'required'),
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
        ParkedKinds,
        Redelivery,
        OutboxBacklog,
        Overview,
        BusMetrics,
        ConsumerMetrics,
        RelayMetrics,
        EventRetention,
        EventPersonData,
        Questions,
        Answers,
        PersonDataAnswers,
        ErasureJob,
        ErasurePreviewAnswers,
      ],
      exports: [Outbox, Broadcasts, Answers, Questions],
    };
  }

  /** For a process without a database: it only hears what everybody must hear, and works on while the broker is away. */
  static forListener(process: string): DynamicModule {
    return {
      module: EventBusModule,
      global: true,
      providers: connectionProviders(process, 'useful'),
      exports: [Broadcasts],
    };
  }
}

function connectionProviders(name: string, need: BrokerNeed): Provider[] {
  return [
    { provide: SERVICE_NAME, useValue: name },
    { provide: BROKER_NEED, useValue: need },
    Nats,
    Broadcasts,
    SessionRevocations,
  ];
}

/** Joins the event transport to a service before it starts. */
export const connectEventBus: Attachment = (app) => {
  app.connectMicroservice({ strategy: app.get(JetStreamServer) }, { inheritAppConfig: false });
};
