import { Clock, newId, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Another process took the consumer over: whatever this one still holds must have no effect. */
export class LeaseLostError extends Error {}

/** What identifies a delivered event in the inbox. */
export interface InboxKey {
  eventId: string;
  partitionKey: string;
  streamSeq: number;
}

/** `erased`: about somebody who was erased (PT-9); it must not bring him back. */
export type Claim = 'fresh' | 'duplicate' | 'erased' | 'behind-parked';

/** Why an event was parked. */
export type ParkReason = 'failed' | 'behind-parked' | 'contract' | 'malformed' | 'unknown-version';

export interface ParkedInput extends InboxKey {
  subject: string;
  /** The event's bytes as text. */
  event: string;
  reason: ParkReason;
  error: string;
  attempts: number;
}

interface ClaimRow {
  event_id: string;
  outcome: Claim;
}

/**
 * Marks events as received, in the handler's transaction. The lease row is locked in share mode: a process that
 * takes the consumer over waits for our transactions, and afterwards ours find another epoch and stop.
 */
@Injectable()
export class Inbox {
  constructor(private readonly clock: Clock) {}

  /**
   * Claims events of one stream.
   * @returns by event id: `fresh` (handle it), `duplicate` (an earlier delivery was committed), `erased` or
   *   `behind-parked`.
   * @throws LeaseLostError when another process consumes this stream now.
   */
  async claim(tx: EntityManager, stream: string, epoch: number, keys: InboxKey[]): Promise<Map<string, Claim>> {
    const rows = await prepared<ClaimRow>(tx, 'inbox.claim', CLAIM, [
      stream,
      epoch,
      this.clock.now(),
      keys.map((key) => key.eventId),
      keys.map((key) => key.partitionKey),
      keys.map((key) => key.streamSeq),
    ]);
    if (rows.length === 0) throw new LeaseLostError(`Another process consumes ${stream}`);
    return new Map(rows.map((row) => [row.event_id, row.outcome]));
  }

  async park(tx: EntityManager, stream: string, parked: ParkedInput): Promise<void> {
    await tx.query(
      `INSERT INTO parked_event (id, stream, stream_seq, event_id, subject, partition_key, event, reason, error, attempts, parked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        newId(),
        stream,
        parked.streamSeq,
        parked.eventId,
        parked.subject,
        parked.partitionKey,
        storable(parked.event),
        parked.reason,
        storable(parked.error),
        parked.attempts,
        this.clock.now(),
      ],
    );
  }
}

/** PostgreSQL's text holds no NUL: an event that could not even be parked would hold up its key for ever. */
export function storable(text: string): string {
  return text.replaceAll('\0', '�');
}

const CLAIM = `
  WITH fence AS (
    SELECT 1 FROM consumer_lease WHERE stream = $1 AND epoch = $2 FOR SHARE
  ), delivered AS (
    SELECT event_id, partition_key, stream_seq
      FROM unnest($4::uuid[], $5::text[], $6::bigint[]) AS d (event_id, partition_key, stream_seq)
     WHERE EXISTS (SELECT 1 FROM fence)
  ), fresh AS (
    INSERT INTO inbox (event_id, stream, stream_seq, received_at)
    SELECT event_id, $1, stream_seq, $3 FROM delivered
    ON CONFLICT DO NOTHING RETURNING event_id
  )
  SELECT event_id::text,
         CASE WHEN event_id NOT IN (SELECT event_id FROM fresh) THEN 'duplicate'
              WHEN EXISTS (SELECT 1 FROM erased_id e WHERE e.id = delivered.partition_key) THEN 'erased'
              WHEN EXISTS (SELECT 1 FROM parked_event p WHERE p.stream = $1 AND p.partition_key = delivered.partition_key
                              AND p.resolved_at IS NULL) THEN 'behind-parked'
              ELSE 'fresh' END AS outcome
    FROM delivered`;
