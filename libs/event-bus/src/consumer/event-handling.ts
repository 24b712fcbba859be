import { faultReport, isDatabaseAway, isLostRace } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { checkpoint } from '../checkpoint.js';
import { isEventId, MalformedEventError, traceparentIn } from '../cloud-event.js';
import { ConsumerMetrics, type EventOutcome } from '../metrics/consumer-metrics.js';
import type { Delivery } from './delivery.js';
import type { ReceivedEvent } from './event-context.js';
import { UnacceptableEventError, type Handlers } from './handlers.js';
import { effectOf } from './event-effect.rules.js';
import { Inbox, LeaseLostError, type InboxKey, type ParkReason } from './inbox.js';

const AWAY_RETRY_MS = 500;
const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 15_000;
/** Races lost that are nobody's fault. Who loses more has found a way to lose them all: it fails like any other. */
export const FORGIVEN_RACES = 10;

/** The consumer on whose behalf events are handled. */
export interface Incumbency {
  stream: string;
  epoch: number;
  handlers: Handlers;
  /** Attempts before an event is parked. */
  attempts: number;
}

interface Accepted {
  delivery: Delivery;
  event: ReceivedEvent;
}

/** 100 ms, 500 ms, 2.5 s, 12.5 s, then every 15 s. */
export function backoffMs(failures: number): number {
  return Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 5 ** (failures - 1));
}

/**
 * Handles deliveries: inbox row and effects in one transaction; what fails is tried again and at last parked,
 * in the inbox's transaction too, so that nothing is lost and nothing waits behind it but its own key.
 */
@Injectable()
export class EventHandling {
  private readonly logger = new Logger(EventHandling.name);

  constructor(
    private readonly source: DataSource,
    private readonly inbox: Inbox,
    private readonly metrics: ConsumerMetrics,
  ) {}

  /** @returns milliseconds until the deliveries should be tried again, or undefined when they are dealt with. */
  async process(incumbency: Incumbency, deliveries: Delivery[]): Promise<number | undefined> {
    try {
      if (deliveries[0]?.batch !== undefined) await this.processBatch(incumbency, deliveries);
      else for (const delivery of deliveries) await this.processOne(incumbency, delivery);
      this.count(incumbency, 'handled', deliveries);
      return undefined;
    } catch (error) {
      if (error instanceof LeaseLostError) throw error;
      return this.afterFailure(incumbency, deliveries, error);
    }
  }

  private async processOne(incumbency: Incumbency, delivery: Delivery): Promise<void> {
    const event = this.accept(incumbency, delivery);
    const begun = performance.now();
    await this.source.transaction(async (tx) => {
      const key = inboxKey(delivery, event.id);
      const claims = await this.inbox.claim(tx, incumbency.stream, incumbency.epoch, [key]);
      const effect = effectOf(event.type, claims.get(event.id));
      if (effect === 'handle') await incumbency.handlers.handle(event, tx);
      else if (effect === 'park') await this.park(tx, incumbency, delivery, key, 'behind-parked');
      checkpoint('consumer.handled');
    });
    this.metrics.took(incumbency.stream, performance.now() - begun);
    checkpoint('consumer.committed');
  }

  private async processBatch(incumbency: Incumbency, deliveries: Delivery[]): Promise<void> {
    const begun = performance.now();
    const accepted = deliveries.map((delivery) => ({ delivery, event: this.accept(incumbency, delivery) }));
    // The same event published twice may arrive twice in one batch: only its first delivery counts.
    const distinct = [...new Map(accepted.toReversed().map((entry) => [entry.event.id, entry])).values()];
    distinct.sort((a, b) => a.delivery.sequence - b.delivery.sequence);
    await this.source.transaction(async (tx) => {
      const keys = distinct.map(({ delivery, event }) => inboxKey(delivery, event.id));
      const claims = await this.inbox.claim(tx, incumbency.stream, incumbency.epoch, keys);
      const having = (effect: string) =>
        distinct.filter(({ event }) => effectOf(event.type, claims.get(event.id)) === effect);
      await incumbency.handlers.handleBatch(
        having('handle').map(({ event }) => event),
        tx,
      );
      for (const behind of having('park')) {
        await this.parkBehind(tx, incumbency, behind);
      }
      checkpoint('consumer.handled');
    });
    this.metrics.took(incumbency.stream, performance.now() - begun);
    checkpoint('consumer.committed');
  }

  private count(incumbency: Incumbency, outcome: EventOutcome, deliveries: Delivery[]): void {
    for (const [subject, same] of Map.groupBy(deliveries, (delivery) => delivery.subject)) {
      const known = incumbency.handlers.route(subject).kind === 'handled' ? subject : undefined;
      this.metrics.count(incumbency.stream, known, outcome, same.length);
    }
  }

  private accept(incumbency: Incumbency, delivery: Delivery): ReceivedEvent {
    if (incumbency.handlers.route(delivery.subject).kind === 'unknown-version') {
      throw new UnacceptableEventError('unknown-version', new Error(`${delivery.subject} is not known here`));
    }
    const event = incumbency.handlers.accept(delivery.text);
    // Under another subject or key it would run the wrong handler, or overtake its neighbours.
    if (event.type !== delivery.subject || event.partitionkey !== delivery.key) {
      throw new UnacceptableEventError(
        'malformed',
        new MalformedEventError('type is not the subject, or partitionkey stands behind another one'),
      );
    }
    return event;
  }

  private async afterFailure(
    incumbency: Incumbency,
    deliveries: Delivery[],
    error: unknown,
  ): Promise<number | undefined> {
    if (isDatabaseAway(error)) return AWAY_RETRY_MS;
    const [delivery] = deliveries;
    if (delivery === undefined) return undefined;
    if (isLostRace(error) && loseRace(deliveries) <= FORGIVEN_RACES) return FIRST_BACKOFF_MS;
    if (deliveries.length > 1 || delivery.batch !== undefined) {
      // One of them is bad: one by one finds it and lets the others through.
      for (const each of deliveries) delete each.batch;
      return deliveries.length > 1 ? 0 : this.afterFailure(incumbency, [delivery], error);
    }
    delivery.failures += 1;
    const hopeless = error instanceof UnacceptableEventError;
    this.count(incumbency, 'failed', [delivery]);
    if (!hopeless && delivery.failures < incumbency.attempts) {
      this.logger.warn(
        { err: error, ...marksOf(delivery), attempts: delivery.failures },
        'An event failed and is tried again',
      );
      return backoffMs(delivery.failures);
    }
    return this.parkFailed(incumbency, delivery, hopeless ? error.reason : 'failed', error);
  }

  /** @returns a delay when not even parking worked, for instance because the database went away. */
  private async parkFailed(
    incumbency: Incumbency,
    delivery: Delivery,
    reason: ParkReason,
    error: unknown,
  ): Promise<number | undefined> {
    try {
      await this.source.transaction(async (tx) => {
        const key = inboxKey(delivery, idFor(delivery));
        const claims = await this.inbox.claim(tx, incumbency.stream, incumbency.epoch, [key]);
        if (claims.get(key.eventId) === 'duplicate') return;
        await this.park(tx, incumbency, delivery, key, reason, error);
      });
      this.count(incumbency, 'parked', [delivery]);
      this.logger.error({ err: error, ...marksOf(delivery), reason }, 'An event was parked');
      return undefined;
    } catch (failure) {
      if (failure instanceof LeaseLostError) throw failure;
      this.logger.error(failure);
      return AWAY_RETRY_MS;
    }
  }

  private async parkBehind(tx: EntityManager, incumbency: Incumbency, { delivery, event }: Accepted): Promise<void> {
    await this.park(tx, incumbency, delivery, inboxKey(delivery, event.id), 'behind-parked');
  }

  private async park(
    tx: EntityManager,
    incumbency: Incumbency,
    delivery: Delivery,
    key: InboxKey,
    reason: ParkReason,
    error?: unknown,
  ): Promise<void> {
    await this.inbox.park(tx, incumbency.stream, {
      ...key,
      subject: delivery.subject,
      event: delivery.text,
      reason,
      error: error === undefined ? 'An earlier event of this key is parked.' : faultReport(error),
      attempts: delivery.failures,
    });
  }
}

/** @returns how many the unluckiest of them has lost. */
function loseRace(deliveries: Delivery[]): number {
  for (const delivery of deliveries) delivery.lostRaces += 1;
  return Math.max(...deliveries.map(({ lostRaces }) => lostRaces));
}

function inboxKey(delivery: Delivery, eventId: string): InboxKey {
  return { eventId, partitionKey: delivery.key, streamSeq: delivery.sequence };
}

/** What a log tells of a delivery: where it is and which trace it belongs to, never what it says. */
function marksOf({ subject, sequence, text }: Delivery): Record<string, unknown> {
  return { subject, sequence, eventTraceparent: traceparentIn(text) };
}

/** Bytes without a usable event id still need an inbox row: a UUID made of the stream sequence. */
function idFor(delivery: Delivery): string {
  try {
    const { id } = JSON.parse(delivery.text) as { id?: unknown };
    if (isEventId(id)) return id.toLowerCase();
  } catch {
    // Not even an object; it is parked all the same.
  }
  return `00000000-0000-0000-0000-${delivery.sequence.toString(16).padStart(12, '0')}`;
}
