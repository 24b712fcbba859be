import { checkpoint, ContractViolationError, Outbox } from '#event-bus';
import { Clock, isDatabaseAway, Problem, transact } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { HisConfig } from '../his.config.js';
import { refuseUnread } from '../hl7/interpretation.js';
import { PartnerProfiles } from '../partners/partner-profiles.js';
import { arrivalsIn, type Arrival } from './arrival.js';
import { planIntake, stampAt } from './intake-plan.js';
import type { Answers } from './message-row.js';
import { findEarlier, insertMessages, type Earlier } from './message-store.js';
import { RepairsService } from './repairs.service.js';
import { SenderQueues } from './sender-queues.js';
import { wireOrder, withRefusal } from './taking.js';

const MAX_BATCH_BYTES = 4 * 1024 * 1024;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
const RACES = 5;

/** Another connection or replica stored one of these messages first: the batch is looked up again. */
class StoredMeanwhile extends Error {}

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
        if (!isDatabaseAway(error)) return this.workSingly(batch, error);
        if (performance.now() + wait > until) return batch.map(() => ({ status: 'rejected', reason: error }));
        this.logger.warn('The database is away; senders wait');
        await pause(wait);
      }
    }
  }

  private async workSingly(batch: readonly Arrival[], error: unknown): Promise<PromiseSettledResult<Buffer[]>[]> {
    const [only, ...others] = batch;
    if (only && others.length === 0) return Promise.allSettled([this.refuseUncarriable(only, error)]);
    const outcomes: PromiseSettledResult<Buffer[]>[] = [];
    for (const arrival of batch) outcomes.push(...(await this.work([arrival])));
    return outcomes;
  }

  /** Facts that break our contracts would break them again at each try: the sender hears why, the message is kept. */
  private async refuseUncarriable(arrival: Arrival, error: unknown): Promise<Buffer[]> {
    if (!(error instanceof ContractViolationError)) throw error;
    const [answer] = await this.store([withRefusal(arrival, error.message)]);
    return answer as Buffer[];
  }

  private async store(batch: readonly Arrival[]): Promise<Buffer[][]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.storeOnce(batch);
      } catch (error) {
        if (!(error instanceof StoredMeanwhile) || attempt === RACES) throw error;
      }
    }
  }

  private async storeOnce(batch: readonly Arrival[]): Promise<Buffer[][]> {
    checkpoint('his.message.received');
    const earlier = await findEarlier(this.source, batch);
    const { takings, answers } = planIntake(batch, earlier, this.clock.now());
    if (takings.length > 0) {
      await transact(this.source, async (tx) => {
        const rows = takings.map(({ row }) => row);
        if ((await insertMessages(tx, rows)) < rows.length) throw new StoredMeanwhile();
        await this.outbox.appendAll(
          tx,
          takings.flatMap(({ drafts }) => [...drafts]),
        );
        checkpoint('his.message.storing');
      });
    }
    checkpoint('his.message.stored');
    return Promise.all(answers.map(async (answer, i) => wireOrder(await this.reconsidered(batch, earlier, i, answer))));
  }

  /** A refused message sent again after its partner's profile was put right is taken now. */
  private async reconsidered(
    batch: readonly Arrival[],
    earlier: readonly Earlier[],
    index: number,
    stored: Answers,
  ): Promise<Answers> {
    const repeatOf = earlier[index]?.repeatOf;
    if (repeatOf?.status !== 'rejected' || batch[index]?.interpretation.outcome.ok !== true) return stored;
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
