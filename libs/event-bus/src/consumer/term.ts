import type { JsMsg } from '@nats-io/jetstream';
import { Logger } from '@nestjs/common';
import { deliveryOf, type Delivery, type Work } from './delivery.js';
import type { EventHandling, Incumbency } from './event-handling.js';
import { LeaseLostError } from './inbox.js';
import { Lanes } from './lanes.js';
import type { ParkedReplays } from './parked-replays.js';
import { Progress } from './progress.js';

const ACK_DELAY_MS = 10;
const RETRY_MS = 500;
const BATCH_SIZE = 256;

/** What a term begins with. */
export interface TermStart {
  incumbency: Incumbency;
  /** Everything up to this sequence was dealt with in former terms. */
  position: number;
  /** Pieces of work in hand at once. */
  concurrency: number;
  /** Fires when the lease is lost or the service stops. */
  over: AbortSignal;
}

/** One term as the active puller: it ends by losing the lease, by a gap in the deliveries, by a reset or by stopping. */
export class Term {
  readonly progress: Progress<Delivery>;
  readonly lanes: Lanes<Work>;
  /** Fires when the term is over, for whatever reason. */
  readonly over: AbortSignal;
  /** Of the events delivered, the one with the highest sequence. */
  newest: JsMsg | undefined;
  private readonly logger = new Logger(Term.name);
  private readonly ending = new AbortController();
  /** Done, and not yet told to the broker. */
  private readonly acknowledgements: JsMsg[] = [];
  private expected = 1;

  constructor(
    private readonly start: TermStart,
    private readonly handling: EventHandling,
    private readonly replays: ParkedReplays,
  ) {
    this.over = AbortSignal.any([this.ending.signal, start.over]);
    this.progress = new Progress<Delivery>(start.position);
    this.lanes = new Lanes<Work>({ concurrency: start.concurrency, batchSize: BATCH_SIZE }, (items) =>
      this.work(items),
    );
  }

  get epoch(): number {
    return this.start.incumbency.epoch;
  }

  end(): void {
    this.ending.abort();
  }

  /** Ends it when the work in hand is done. */
  async close(): Promise<void> {
    this.end();
    await this.lanes.stop();
    this.flushAcknowledgements();
  }

  receive(message: JsMsg): void {
    if (this.over.aborted) return;
    const { stream, handlers } = this.start.incumbency;
    // Deliveries are numbered: a missing number was lost on the way, and newer events of its key would overtake it.
    if (message.info.deliverySequence !== this.expected) {
      this.logger.warn(`Consumer ${stream}: a delivery was lost on the way; going back to the position`);
      this.end();
      return;
    }
    this.expected += 1;
    if (message.seq >= (this.newest?.seq ?? 0)) this.newest = message;
    const route = handlers.route(message.subject);
    if (route.kind === 'ignored' || this.progress.isDone(message.seq)) {
      this.pass(message);
      return;
    }
    const delivery = deliveryOf(message, route.kind === 'handled' && route.batch ? 'batch' : undefined);
    const known = this.progress.receive(message.seq, delivery);
    if (known) known.message = message;
    else this.lanes.push(delivery);
  }

  /** Tells the broker that slow work goes on. */
  reportWorking(): void {
    for (const delivery of this.progress.pending()) delivery.message.working();
  }

  private pass(message: JsMsg): void {
    this.acknowledge(message);
    if (this.progress.isDone(message.seq)) return;
    this.progress.receive(message.seq, deliveryOf(message, undefined));
    this.progress.done(message.seq);
  }

  private async work(items: Work[]): Promise<number | undefined> {
    try {
      const [first] = items;
      if (first?.kind === 'replay') return await this.replays.drain(this.start.incumbency, first.key, this.over);
      return await this.handle(items as Delivery[]);
    } catch (error) {
      if (!(error instanceof LeaseLostError)) this.logger.error(error);
      this.end();
      return RETRY_MS;
    }
  }

  private async handle(deliveries: Delivery[]): Promise<number | undefined> {
    const delay = await this.handling.process(this.start.incumbency, deliveries);
    if (delay !== undefined) return delay;
    for (const delivery of deliveries) {
      this.progress.done(delivery.sequence);
      this.acknowledge(delivery.message);
    }
    return undefined;
  }

  /** Several at a time: an acknowledgement that never arrives only brings a repeat, a write for each costs a system call. */
  private acknowledge(message: JsMsg): void {
    if (this.acknowledgements.push(message) > 1) return;
    setTimeout(() => this.flushAcknowledgements(), ACK_DELAY_MS);
  }

  private flushAcknowledgements(): void {
    for (const message of this.acknowledgements.splice(0)) message.ack();
  }
}
