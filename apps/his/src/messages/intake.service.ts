import { checkpoint, Outbox } from '#event-bus';
import { Clock, faultText, Problem, transact } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { HisConfig } from '../his.config.js';
import { refuseUnread } from '../hl7/interpretation.js';
import { PartnerProfiles } from '../partners/partner-profiles.js';
import { arrivalsIn, type Arrival } from './arrival.js';
import { planIntake, stampAt } from './intake-plan.js';
import type { Answers } from './message-row.js';
import { MessageMetrics } from './message-metrics.js';
import { findEarlier, insertMessages, type Earlier } from './message-store.js';
import { RepairsService } from './repairs.service.js';
import { SenderQueues } from './sender-queues.js';
import { isFaultOfMessage } from './storage-failure.js';
import { wireOrder, withRefusal, type Taking } from './taking.js';

const MAX_BATCH_BYTES = 4 * 1024 * 1024;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** One without looking up, and some that lose a race against another connection or replica. */
const ATTEMPTS = 6;
const NEVER_SEEN: Earlier = { controlIdSeen: false };

/** One of these messages, or its control id, was there before: what is stored has to be looked up. */
class SeenBefore extends Error {}

/** Takes messages in: stored with their events in one transaction, answered only after it (IN-1). */
@Injectable()
export class IntakeService {
  private readonly logger = new Logger(IntakeService.name);
  private readonly queues: SenderQueues<Arrival, Buffer[]>;

  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly profiles: PartnerProfiles,
    private readonly repairs: RepairsService,
    private readonly config: HisConfig,
    private readonly metrics: MessageMetrics,
  ) {
    const limits = { maxItems: config.batchSize, maxBytes: MAX_BATCH_BYTES };
    this.queues = new SenderQueues((batch) => this.work(batch), limits);
  }

  /** The answers to one frame, in order. Throws when it could not be stored: then there must be no answer. */
  async take(frame: Buffer): Promise<Buffer[]> {
    const arrivals = arrivalsIn(frame, this.profiles.current, this.clock.now());
    const answers = arrivals.map((arrival) => this.queues.add(senderKey(arrival), arrival, arrival.raw.length));
    return (await Promise.all(answers)).flat();
  }

  /** The answer to a frame over the limit, of which only the beginning was read: nothing of it is stored. */
  refuseOversized(head: Buffer): Buffer | undefined {
    const reason = `the message is larger than ${this.config.mllpMaxFrameBytes} bytes`;
    return refuseUnread(head, this.profiles.current, reason, stampAt(this.clock.now()));
  }

  /** While the database is away the senders wait; one message nobody can store does not spoil its neighbours. */
  private async work(batch: readonly Arrival[]): Promise<PromiseSettledResult<Buffer[]>[]> {
    const until = performance.now() + this.config.storePatienceMs;
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return (await this.store(batch)).map((value) => ({ status: 'fulfilled', value }));
      } catch (error) {
        if (isFaultOfMessage(error)) return this.workSingly(batch, error);
        if (performance.now() + wait > until) return batch.map(() => ({ status: 'rejected', reason: error }));
        this.logger.warn(`Messages cannot be stored, their senders wait: ${faultText(error)}`);
        await pause(wait);
      }
    }
  }

  private async workSingly(batch: readonly Arrival[], error: unknown): Promise<PromiseSettledResult<Buffer[]>[]> {
    const [only, ...others] = batch;
    if (only && others.length === 0) return Promise.allSettled([this.refuseUnstorable(only, error)]);
    const outcomes: PromiseSettledResult<Buffer[]>[] = [];
    for (const arrival of batch) outcomes.push(...(await this.work([arrival])));
    return outcomes;
  }

  /** It would fail again at each try: the sender hears why, and the message is kept for repair. */
  private async refuseUnstorable(arrival: Arrival, error: unknown): Promise<Buffer[]> {
    this.logger.error(`A message cannot be taken: ${faultText(error)}`);
    const [answer] = await this.store([withRefusal(arrival, `it cannot be taken: ${faultText(error)}`)]);
    return answer as Buffer[];
  }

  /** Nearly all messages are new, so the first attempt asks nothing and lets the insert find out. */
  private async store(batch: readonly Arrival[]): Promise<Buffer[][]> {
    let earlier: readonly Earlier[] | undefined;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.storeOnce(batch, earlier);
      } catch (error) {
        if (!(error instanceof SeenBefore) || attempt === ATTEMPTS) throw error;
        earlier = await findEarlier(this.source, batch);
      }
    }
  }

  private async storeOnce(batch: readonly Arrival[], earlier: readonly Earlier[] | undefined): Promise<Buffer[][]> {
    checkpoint('his.message.received');
    const known = earlier ?? batch.map(() => NEVER_SEEN);
    const { takings, answers } = planIntake(batch, known, this.clock.now());
    if (takings.length > 0) await transact(this.source, (tx) => this.write(tx, takings, earlier !== undefined));
    this.metrics.stored(takings.map(({ row }) => row));
    checkpoint('his.message.stored');
    return Promise.all(
      answers.map(async (answer, i) => wireOrder(await this.reconsidered(batch[i], known[i], answer))),
    );
  }

  private async write(tx: EntityManager, takings: readonly Taking[], lookedUp: boolean): Promise<void> {
    const rows = takings.map(({ row }) => row);
    const { stored, controlIdSeen } = await insertMessages(tx, rows);
    if (stored < rows.length || (controlIdSeen && !lookedUp)) throw new SeenBefore();
    const drafts = takings.flatMap((taking) => [...taking.drafts]);
    await this.outbox.appendAll(tx, drafts);
    checkpoint('his.message.storing');
  }

  /** A refused message sent again after its partner's profile was put right is taken now. */
  private async reconsidered(
    arrival: Arrival | undefined,
    earlier: Earlier | undefined,
    stored: Answers,
  ): Promise<Answers> {
    const repeatOf = earlier?.repeatOf;
    if (repeatOf?.status !== 'rejected' || arrival?.interpretation.outcome.ok !== true) return stored;
    try {
      return await this.repairs.retry(repeatOf.id);
    } catch (error) {
      // Somebody repaired it in this moment, or it is still refused: what was answered stands until it comes again.
      if (error instanceof Problem) return stored;
      throw error;
    }
  }
}

function senderKey({ interpretation: { profile, header } }: Arrival): string {
  return JSON.stringify([profile.code, header?.sendingApplication, header?.sendingFacility]);
}
