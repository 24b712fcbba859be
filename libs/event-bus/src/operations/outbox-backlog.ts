import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface Unpublished {
  /** Counted up to OUTBOX_COUNTED. */
  events: number;
  /** When the oldest of them happened. */
  oldest: Date | null;
  /** 0 without any. */
  oldestAgeSeconds: number;
}

/** Beyond it the number only says "far too many", and counting on would cost the database. */
export const OUTBOX_COUNTED = 100_000;

/** What waits in the outbox. */
@Injectable()
export class OutboxBacklog {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Unpublished> {
    const [row]: { events: number; oldest: Date | null }[] = await this.source.query(
      `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT ${OUTBOX_COUNTED}) AS waiting) AS events,
              (SELECT occurred_at FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT 1) AS oldest`,
    );
    const { events, oldest } = row ?? { events: 0, oldest: null };
    const ageMs = oldest ? Math.max(0, this.clock.now().getTime() - oldest.getTime()) : 0;
    return { events, oldest, oldestAgeSeconds: ageMs / 1000 };
  }
}
