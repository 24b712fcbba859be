import { faultText, type ServiceConfig } from '#platform';
import type { ConsumerMessages, StreamInfo } from '@nats-io/jetstream';
import { Logger } from '@nestjs/common';
import type { ConsumerMetrics, Holding } from '../metrics/consumer-metrics.js';
import { pause, type Lease, type Leases } from '../leases.js';
import type { Nats } from '../nats/nats-connection.js';
import type { Streams } from '../nats/streams.js';
import { Durable } from './durable.js';
import type { EventHandling } from './event-handling.js';
import type { Handlers } from './handlers.js';
import type { ParkedReplays } from './parked-replays.js';
import type { Positions } from './positions.js';
import { Term } from './term.js';

const SAVE_EVERY_MS = 500;
const RETRY_MS = 500;

export interface ConsumerParts {
  service: string;
  config: ServiceConfig;
  nats: Nats;
  streams: Streams;
  leases: Leases;
  positions: Positions;
  handling: EventHandling;
  replays: ParkedReplays;
  metrics: ConsumerMetrics;
}

/**
 * Consumes one stream for one service: one active puller by lease, one durable, lanes by key.
 * The position in our database is the truth; the durable is made anew from it at every term.
 */
export class StreamConsumer {
  private readonly logger = new Logger(StreamConsumer.name);
  private readonly stopping = new AbortController();
  private readonly durable: Durable;
  private running: Promise<void> = Promise.resolve();
  private complaint: string | undefined;

  constructor(
    readonly stream: string,
    private readonly handlers: Handlers,
    private readonly parts: ConsumerParts,
  ) {
    this.durable = new Durable(stream, parts.service, parts.nats, parts.config.eventAckWaitMs);
  }

  start(): void {
    this.running = this.run();
  }

  /** Finishes the work in hand, saves the position and gives the lease back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const lease = await this.parts.leases.acquire(`consumer ${this.stream}`, this.stopping.signal);
      if (!lease) return;
      while (!lease.lost.aborted && !this.stopping.signal.aborted) {
        await this.serve(lease).catch(async (error: unknown) => {
          this.complain(faultText(error));
          await pause(RETRY_MS, this.stopping.signal, lease.lost);
        });
      }
      await lease.release().catch((error: unknown) => this.logger.debug(error));
    }
  }

  /** What stays wrong is said once, or a stream whose owner is down would fill the log. */
  private complain(message: string): void {
    if (message !== this.complaint) this.logger.warn(`Consumer ${this.stream}: ${message}`);
    this.complaint = message;
  }

  private async serve(lease: Lease): Promise<void> {
    const term = await this.beginTerm(lease);
    const unwatch = this.parts.metrics.watch(this.stream, () => holdingOf(term));
    let messages: ConsumerMessages | undefined;
    try {
      messages = await this.durable.pull(
        (message) => term.receive(message),
        () => term.end(),
      );
      await this.attend(term);
    } finally {
      unwatch();
      term.end();
      messages?.stop();
      await term.close();
      await this.save(term).catch((error: unknown) => this.logger.debug(error));
    }
  }

  private async beginTerm(lease: Lease): Promise<Term> {
    const { streams, positions, config, handling, replays } = this.parts;
    const info = await streams.ensure(this.stream);
    const { epoch, position } = await positions.takeOver(this.stream, info, await this.isRewritten(info));
    if (position > 0 && info.state.first_seq > position + 1 && info.state.messages > 0) {
      this.logger.error(
        `${this.stream} no longer holds sequences ${position + 1} to ${info.state.first_seq - 1}: let its owner republish them`,
      );
    }
    const incumbency = { stream: this.stream, epoch, handlers: this.handlers, attempts: config.eventAttempts };
    const over = AbortSignal.any([lease.lost, this.stopping.signal]);
    const term = new Term({ incumbency, position, concurrency: config.eventConcurrency, over }, handling, replays);
    await this.durable.remake(position + 1);
    this.complaint = undefined;
    return term;
  }

  /** A broker that lost its last events, or was restored from a backup, gives their numbers to new ones. */
  private async isRewritten({ state }: StreamInfo): Promise<boolean> {
    const newest = await this.parts.positions.newest(this.stream);
    if (!newest || newest.sequence < state.first_seq) return false;
    if (newest.sequence > state.last_seq) return true;
    const there = await this.parts.nats.jsm.streams.getMessage(this.stream, { seq: newest.sequence });
    // The client rounds a delivery's time and cuts a stored event's.
    return there !== null && Math.abs(there.time.getTime() - newest.time.getTime()) > 1;
  }

  /** While the term lasts: saves the position, tells JetStream that slow work goes on, runs replays asked for. */
  private async attend(term: Term): Promise<void> {
    const workingEveryMs = this.parts.config.eventAckWaitMs / 3;
    let untilWorking = workingEveryMs;
    while (!term.over.aborted) {
      await pause(SAVE_EVERY_MS, term.over);
      untilWorking -= SAVE_EVERY_MS;
      if (untilWorking <= 0) {
        untilWorking = workingEveryMs;
        term.reportWorking();
      }
      await this.save(term).catch((error: unknown) =>
        this.logger.warn(`Position of ${this.stream}: ${faultText(error)}`),
      );
      await this.parts.replays
        .enqueue(this.stream, term.lanes)
        .catch((error: unknown) => this.logger.warn(`Replays of ${this.stream}: ${faultText(error)}`));
    }
  }

  private async save(term: Term): Promise<void> {
    const { epoch, progress, newest } = term;
    const seen = newest && { sequence: newest.seq, time: newest.time };
    const { resetRequested } = await this.parts.positions.save(this.stream, epoch, progress.position, seen);
    if (resetRequested) term.end();
  }
}

function holdingOf({ lanes, progress }: Term): Holding {
  const oldest = progress.pending().next();
  return { depth: lanes.size, oldestSince: oldest.done ? undefined : oldest.value.since };
}
