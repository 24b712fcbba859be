import { ServiceConfig } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { ConsumerMetrics } from '../metrics/consumer-metrics.js';
import { Leases } from '../leases.js';
import { Nats } from '../nats/nats-connection.js';
import { Streams } from '../nats/streams.js';
import { SERVICE_NAME } from '../service-name.js';
import { EventHandling } from './event-handling.js';
import { Handlers } from './handlers.js';
import { JETSTREAM } from './on-event.js';
import { ParkedReplays } from './parked-replays.js';
import { Positions } from './positions.js';
import { StreamConsumer, type ConsumerParts } from './stream-consumer.js';

/** Nest's transport for events: one consumer for each stream that the service's handlers name. */
@Injectable()
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = JETSTREAM;
  /** Failures are ours to retry and park; Nest need not log them. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly parts: ConsumerParts;
  private consumers: StreamConsumer[] = [];

  constructor(
    @Inject(SERVICE_NAME) service: string,
    config: ServiceConfig,
    nats: Nats,
    streams: Streams,
    leases: Leases,
    positions: Positions,
    handling: EventHandling,
    replays: ParkedReplays,
    metrics: ConsumerMetrics,
  ) {
    super();
    this.parts = { service, config, nats, streams, leases, positions, handling, replays, metrics };
  }

  /** Nest offers every handler without a transport to every server; only those declared for events are ours. */
  override addHandler(
    pattern: string,
    callback: MessageHandler,
    isEvent = false,
    extras: Record<string, unknown> = {},
  ): void {
    if (extras['batch'] === undefined) return;
    if (this.messageHandlers.has(pattern)) throw new Error(`${pattern} has two handlers in one service`);
    super.addHandler(pattern, callback, isEvent, extras);
  }

  listen(callback: () => void): void {
    const handlers = new Handlers(this.getHandlers());
    this.consumers = handlers.streams().map((stream) => new StreamConsumer(stream, handlers, this.parts));
    for (const consumer of this.consumers) consumer.start();
    callback();
  }

  async close(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
  }

  override on(): void {
    throw new Error('The event transport has no events of its own');
  }

  override unwrap<T>(): T {
    return this.consumers as T;
  }
}
