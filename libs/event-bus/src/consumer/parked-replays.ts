import { Clock, faultReport, isDatabaseAway, isLostRace } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Work } from './delivery.js';
import { FORGIVEN_RACES, type Incumbency } from './event-handling.js';
import { LeaseLostError, storable } from './inbox.js';
import type { Lanes } from './lanes.js';

const AWAY_RETRY_MS = 500;

interface ParkedRow {
  id: string;
  event: string;
}

/** Works off parked events of a key, in order and in the key's own lane, so that nothing new overtakes them. */
@Injectable()
export class ParkedReplays {
  private readonly logger = new Logger(ParkedReplays.name);

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Puts every key whose replay was asked for into its lane, unless it is there and has not had its turn. */
  async enqueue(stream: string, lanes: Lanes<Work>): Promise<void> {
    const rows: { partition_key: string }[] = await this.source.query(
      `SELECT DISTINCT partition_key FROM parked_event
        WHERE stream = $1 AND resolved_at IS NULL AND replay_requested_at IS NOT NULL`,
      [stream],
    );
    for (const { partition_key: key } of rows) {
      if (!lanes.under(key).some((work) => work.kind === 'replay')) lanes.push({ kind: 'replay', key });
    }
  }

  /** Handles what waits under the key, oldest first, until all is done, one fails again or the term is over. */
  async drain(incumbency: Incumbency, key: string, over: AbortSignal): Promise<number | undefined> {
    if (!(await this.isRequested(incumbency.stream, key))) return undefined;
    for (let lostRaces = 0; !over.aborted;) {
      const next = await this.next(incumbency.stream, key);
      if (!next) return undefined;
      try {
        await this.replay(incumbency, next);
        lostRaces = 0;
      } catch (error) {
        if (error instanceof LeaseLostError) throw error;
        if (isDatabaseAway(error)) return AWAY_RETRY_MS;
        if (isLostRace(error) && (lostRaces += 1) <= FORGIVEN_RACES) continue;
        await this.recordFailure(incumbency.stream, key, next.id, error);
        return undefined;
      }
    }
    return undefined;
  }

  private async isRequested(stream: string, key: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      `SELECT 1 FROM parked_event
        WHERE stream = $1 AND partition_key = $2 AND resolved_at IS NULL AND replay_requested_at IS NOT NULL LIMIT 1`,
      [stream, key],
    );
    return rows.length > 0;
  }

  /** Also what was parked behind the key after the replay was asked for. */
  private async next(stream: string, key: string): Promise<ParkedRow | undefined> {
    const rows: ParkedRow[] = await this.source.query(
      `SELECT id, coalesce(repaired_event, event) AS event FROM parked_event
        WHERE stream = $1 AND partition_key = $2 AND resolved_at IS NULL
        ORDER BY arrival LIMIT 1`,
      [stream, key],
    );
    return rows[0];
  }

  private async replay(incumbency: Incumbency, parked: ParkedRow): Promise<void> {
    const event = incumbency.handlers.accept(parked.event);
    await this.source.transaction(async (tx) => {
      const fence: unknown[] = await tx.query(
        'SELECT 1 FROM consumer_lease WHERE stream = $1 AND epoch = $2 FOR SHARE',
        [incumbency.stream, incumbency.epoch],
      );
      if (fence.length === 0) throw new LeaseLostError(`Another process consumes ${incumbency.stream}`);
      const open: unknown[] = await tx.query(
        'SELECT 1 FROM parked_event WHERE id = $1 AND resolved_at IS NULL FOR UPDATE',
        [parked.id],
      );
      if (open.length === 0) return;
      await incumbency.handlers.handle(event, tx);
      await tx.query(`UPDATE parked_event SET resolved_at = $2, resolution = 'replayed' WHERE id = $1`, [
        parked.id,
        this.clock.now(),
      ]);
    });
  }

  private async recordFailure(stream: string, key: string, id: string, error: unknown): Promise<void> {
    this.logger.warn({ err: error, parked: id }, 'A replayed event failed again');
    await this.source.query(
      `UPDATE parked_event SET replay_requested_at = NULL,
              error = CASE WHEN id = $3 THEN $4 ELSE error END,
              attempts = attempts + CASE WHEN id = $3 THEN 1 ELSE 0 END
        WHERE stream = $1 AND partition_key = $2 AND resolved_at IS NULL`,
      [stream, key, id, storable(faultReport(error))],
    );
  }
}
