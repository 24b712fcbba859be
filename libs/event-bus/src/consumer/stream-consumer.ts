import type { ServiceConfig } from '#platform';
import {
  AckPolicy,
  DeliverPolicy,
  ReplayPolicy,
  type ConsumerMessages,
  type JsMsg,
  type StreamInfo,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import { pause, type Lease, type Leases } from '../leases.js';
import type { Nats } from '../nats/nats-connection.js';
import { isNotFound, type Streams } from '../nats/streams.js';
import { deliveryOf, type Delivery, type Work } from './delivery.js';
import type { EventHandling, Incumbency } from './event-handling.js';
import type { Handlers } from './handlers.js';
import { LeaseLostError } from './inbox.js';
import { Lanes } from './lanes.js';
import type { ParkedReplays } from './parked-replays.js';
import type { Positions } from './positions.js';
import { Progress } from './progress.js';

const SAVE_EVERY_MS = 500;
const ACK_DELAY_MS = 10;
const RETRY_MS = 500;
/**
 * Deliveries under way to us at most; also the bound of the lanes' memory. A key that rests for half a minute until it
 * is parked must not fill it alone.
 */
const MAX_IN_FLIGHT = 4_096;
const PREFETCH = 512;
const BATCH_SIZE = 256;

export interface ConsumerParts {
  service: string;
  config: ServiceConfig;
  nats: Nats;
  streams: Streams;
  leases: Leases;
  positions: Positions;
  handling: EventHandling;
  replays: ParkedReplays;
}

/** One term as the active puller: it ends by losing the lease, by a gap in the deliveries, by a reset or by stopping. */
interface Term {
  incumbency: Incumbency;
  progress: Progress<Delivery>;
  lanes: Lanes<Work>;
  end: AbortController;
  /** Done, and not yet told to the broker. */
  acknowledgements: JsMsg[];
  /** Fires when the term is over, for whatever reason. */
  over: AbortSignal;
  expected: number;
  /** Of the events delivered, the one with the highest sequence. */
  newest?: JsMsg;
}

/**
 * Consumes one stream for one service: one active puller by lease, one durable, lanes by key.
 * The position in our database is the truth; the durable is made anew from it at every term, because after a crash
 * JetStream would deliver what we held only after newer events of the same keys.
 */
export class StreamConsumer {
  private readonly logger = new Logger(StreamConsumer.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly stream: string,
    private readonly handlers: Handlers,
    private readonly parts: ConsumerParts,
  ) {}

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
          this.logger.warn(`Consumer ${this.stream}: ${error instanceof Error ? error.message : String(error)}`);
          await pause(RETRY_MS, this.stopping.signal, lease.lost);
        });
      }
      await lease.release().catch((error: unknown) => this.logger.debug(error));
    }
  }

  private async serve(lease: Lease): Promise<void> {
    const term = await this.beginTerm(lease);
    let messages: ConsumerMessages | undefined;
    try {
      messages = await this.pull(term);
      await this.attend(term);
    } finally {
      term.end.abort();
      messages?.stop();
      await term.lanes.stop();
      this.flushAcknowledgements(term);
      await this.save(term).catch((error: unknown) => this.logger.debug(error));
    }
  }

  private async beginTerm(lease: Lease): Promise<Term> {
    const { streams, positions, config } = this.parts;
    const info = await streams.ensure(this.stream);
    const { epoch, position } = await positions.takeOver(this.stream, info, await this.isRewritten(info));
    if (position > 0 && info.state.first_seq > position + 1 && info.state.messages > 0) {
      this.logger.error(
        `${this.stream} no longer holds sequences ${position + 1} to ${info.state.first_seq - 1}: let its owner republish them`,
      );
    }
    const incumbency = { stream: this.stream, epoch, handlers: this.handlers, attempts: config.eventAttempts };
    const end = new AbortController();
    const over = AbortSignal.any([end.signal, lease.lost, this.stopping.signal]);
    const progress = new Progress<Delivery>(position);
    const lanes = new Lanes<Work>({ concurrency: config.eventConcurrency, batchSize: BATCH_SIZE }, (items) =>
      this.work(term, items),
    );
    const term: Term = { incumbency, progress, lanes, end, acknowledgements: [], over, expected: 1 };
    await this.makeConsumer(position + 1);
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

  private async makeConsumer(startSequence: number): Promise<void> {
    const { consumers } = this.parts.nats.jsm;
    await consumers.delete(this.stream, this.parts.service).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
    await consumers.add(this.stream, {
      durable_name: this.parts.service,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(this.parts.config.eventAckWaitMs),
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: startSequence,
      max_ack_pending: MAX_IN_FLIGHT,
      replay_policy: ReplayPolicy.Instant,
    });
  }

  private async pull(term: Term): Promise<ConsumerMessages> {
    const consumer = await this.parts.nats.js.consumers.get(this.stream, this.parts.service);
    const messages = await consumer.consume({
      max_messages: PREFETCH,
      idle_heartbeat: 1_000,
      expires: 30_000,
      callback: (message) => this.receive(term, message),
    });
    // The client gives up on what it cannot mend: begin again instead of listening to nothing.
    void messages.closed().then(() => term.end.abort());
    void this.watch(term, messages).catch((error: unknown) => this.logger.debug(error));
    return messages;
  }

  /** A consumer that vanished (a broker that lost its disk, an operator) is made anew. */
  private async watch(term: Term, messages: ConsumerMessages): Promise<void> {
    for await (const status of messages.status()) {
      if (['consumer_not_found', 'consumer_deleted', 'stream_not_found'].includes(status.type)) term.end.abort();
    }
  }

  private receive(term: Term, message: JsMsg): void {
    if (term.over.aborted) return;
    // Deliveries are numbered: a missing number was lost on the way, and newer events of its key would overtake it.
    if (message.info.deliverySequence !== term.expected) {
      this.logger.warn(`Consumer ${this.stream}: a delivery was lost on the way; going back to the position`);
      term.end.abort();
      return;
    }
    term.expected += 1;
    if (message.seq >= (term.newest?.seq ?? 0)) term.newest = message;
    const route = this.handlers.route(message.subject);
    if (route.kind === 'ignored' || term.progress.isDone(message.seq)) {
      this.pass(term, message);
      return;
    }
    const delivery = deliveryOf(message, route.kind === 'handled' && route.batch ? 'batch' : undefined);
    const known = term.progress.receive(message.seq, delivery);
    if (known) known.message = message;
    else term.lanes.push(delivery);
  }

  private pass(term: Term, message: JsMsg): void {
    this.acknowledge(term, message);
    if (term.progress.isDone(message.seq)) return;
    term.progress.receive(message.seq, deliveryOf(message, undefined));
    term.progress.done(message.seq);
  }

  private async work(term: Term, items: Work[]): Promise<number | undefined> {
    try {
      const [first] = items;
      if (first?.kind === 'replay') return await this.parts.replays.drain(term.incumbency, first.key, term.over);
      return await this.handle(term, items as Delivery[]);
    } catch (error) {
      if (!(error instanceof LeaseLostError)) this.logger.error(error);
      term.end.abort();
      return RETRY_MS;
    }
  }

  private async handle(term: Term, deliveries: Delivery[]): Promise<number | undefined> {
    const delay = await this.parts.handling.process(term.incumbency, deliveries);
    if (delay !== undefined) return delay;
    for (const delivery of deliveries) {
      term.progress.done(delivery.sequence);
      this.acknowledge(term, delivery.message);
    }
    return undefined;
  }

  /** Several at a time: an acknowledgement that never arrives only brings a repeat, a write for each costs a system call. */
  private acknowledge(term: Term, message: JsMsg): void {
    if (term.acknowledgements.push(message) > 1) return;
    setTimeout(() => this.flushAcknowledgements(term), ACK_DELAY_MS);
  }

  private flushAcknowledgements(term: Term): void {
    for (const message of term.acknowledgements.splice(0)) message.ack();
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
        for (const delivery of term.progress.pending()) delivery.message.working();
      }
      await this.save(term).catch((error: unknown) => this.logger.warn(`Position of ${this.stream}: ${String(error)}`));
      await this.parts.replays
        .enqueue(this.stream, term.lanes)
        .catch((error: unknown) => this.logger.warn(`Replays of ${this.stream}: ${String(error)}`));
    }
  }

  private async save(term: Term): Promise<void> {
    const { incumbency, progress, newest } = term;
    const seen = newest && { sequence: newest.seq, time: newest.time };
    const { resetRequested } = await this.parts.positions.save(this.stream, incumbency.epoch, progress.position, seen);
    if (resetRequested) term.end.abort();
  }
}
