import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isNotFound } from '../nats/streams.js';
import { Nats } from '../nats/nats-connection.js';
import { OutboxBacklog } from './outbox-backlog.js';
import type { BusState, ConsumerState, ReplayStreamRequest } from './redelivery.dto.js';

/** Events a statement queues again: some 10 ms of locks on rows. */
export const REPUBLISH_BATCH = 1_000;

/** Sends or reads events again: what a restored backup or a lost broker needs. */
@Injectable()
export class Redelivery {
  constructor(
    private readonly source: DataSource,
    private readonly nats: Nats,
    private readonly outbox: OutboxBacklog,
  ) {}

  /**
   * Queues published events for publishing again, the oldest first and a batch at a time: the relay follows in the order
   * of `seq`, and neither waits for a lock of ours. What breaks off has queued everything up to somewhere; asked again
   * it queues the rest, and consumers drop what they know.
   * Events about an erased person have no data any more and stay where they are.
   * @returns how many events this call queued
   */
  async republish(since: Date): Promise<number> {
    const [range]: { first: string | null; last: string | null }[] = await this.source.query(
      'SELECT min(seq) AS first, max(seq) AS last FROM outbox WHERE occurred_at >= $1 AND published_at IS NOT NULL',
      [since],
    );
    // What is appended from now on is published for the first time.
    const last = Number(range?.last ?? -1);
    let events = 0;
    for (let from = Number(range?.first ?? 0); from <= last; from += REPUBLISH_BATCH) {
      events += await this.queueAgain(since, from, Math.min(from + REPUBLISH_BATCH - 1, last));
    }
    return events;
  }

  private async queueAgain(since: Date, from: number, until: number): Promise<number> {
    const [, count]: [unknown, number] = await this.source.query(
      `UPDATE outbox SET published_at = NULL
        WHERE seq BETWEEN $2 AND $3 AND occurred_at >= $1 AND published_at IS NOT NULL AND event -> 'data' IS NOT NULL`,
      [since, from, until],
    );
    return count;
  }

  /** Moves this service's position in a stream back; the active consumer notices within a second. */
  async replay(request: ReplayStreamRequest): Promise<ConsumerState> {
    await this.requireConsumed(request.stream);
    const from = request.fromSequence ?? (await this.sequenceAt(request.stream, new Date(request.fromTime as string)));
    await this.source.transaction(async (tx) => {
      await tx.query(
        'UPDATE consumer_position SET position = least(position, $2::bigint), reset_requested = true WHERE stream = $1',
        [request.stream, from - 1],
      );
      // What is still parked is handled when it is replayed from there; here it would be parked a second time.
      if (request.again)
        await tx.query(
          `DELETE FROM inbox i WHERE stream = $1 AND stream_seq >= $2 AND NOT EXISTS (
             SELECT 1 FROM parked_event p
              WHERE p.stream = i.stream AND p.event_id = i.event_id::text AND p.resolved_at IS NULL)`,
          [request.stream, from],
        );
    });
    const state = await this.state();
    return state.consumers.find((consumer) => consumer.stream === request.stream) as ConsumerState;
  }

  /** The broker lets nobody ask about a stream that is not his to read. */
  private async requireConsumed(stream: string): Promise<void> {
    const rows: unknown[] = await this.source.query('SELECT 1 FROM consumer_position WHERE stream = $1', [stream]);
    if (rows.length === 0) throw Problem.notFound('consumed-stream', stream);
  }

  async state(): Promise<BusState> {
    const { events } = await this.outbox.read();
    return { outboxWaiting: events, consumers: await this.consumers() };
  }

  /** Where this service stands in each stream that it reads. */
  async consumers(): Promise<ConsumerState[]> {
    const rows: { stream: string; position: string; parked: string }[] = await this.source.query(
      `SELECT stream, position,
              (SELECT count(*) FROM parked_event e WHERE e.stream = p.stream AND resolved_at IS NULL) AS parked
         FROM consumer_position p ORDER BY stream`,
    );
    const states = rows.map(async (row) => {
      const position = Number(row.position);
      const lastSequence = await this.lastSequence(row.stream);
      const behind = Math.max(0, lastSequence - position);
      return { stream: row.stream, position, lastSequence, behind, parked: Number(row.parked) };
    });
    return Promise.all(states);
  }

  private async lastSequence(stream: string): Promise<number> {
    try {
      return (await this.nats.jsm.streams.info(stream)).state.last_seq;
    } catch (error) {
      // Gone, until somebody makes it anew: operations look here to see just that.
      if (isNotFound(error)) return 0;
      throw error;
    }
  }

  /** The sequence of the first event stored at or after a time; behind the last one when there is none. */
  private async sequenceAt(stream: string, time: Date): Promise<number> {
    const { state } = await this.streamInfo(stream);
    if (state.messages === 0) return state.last_seq + 1;
    let low = state.first_seq;
    let high = state.last_seq + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const message = await this.nats.jsm.streams.getMessage(stream, { seq: middle });
      if (message && message.time < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private async streamInfo(stream: string) {
    try {
      return await this.nats.jsm.streams.info(stream);
    } catch (error) {
      if (isNotFound(error)) throw Problem.notFound('stream', stream);
      throw error;
    }
  }
}
