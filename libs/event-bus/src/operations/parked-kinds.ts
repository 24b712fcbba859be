import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ParkedOverview } from './overview.dto.js';

/** Beyond it the number only says "far too many". */
const COUNTED = 10_000;
/** Senders may invent types. */
const MOST_KINDS = 50;

interface KindRow {
  stream: string;
  subject: string;
  reason: string;
  events: number;
  oldest: Date;
}

/** What waits in the parking lot, by stream, type and reason, the most frequent first. */
@Injectable()
export class ParkedKinds {
  constructor(private readonly source: DataSource) {}

  async read(): Promise<ParkedOverview> {
    const rows: KindRow[] = await this.source.query(
      `SELECT stream, subject, reason, count(*)::int AS events, min(parked_at) AS oldest
         FROM (SELECT stream, subject, reason, parked_at FROM parked_event WHERE resolved_at IS NULL LIMIT ${COUNTED}) AS waiting
        GROUP BY stream, subject, reason ORDER BY events DESC, stream, subject, reason`,
    );
    const kinds = rows.map(({ oldest, ...kind }) => ({ ...kind, oldestAt: oldest.toISOString() }));
    return {
      events: kinds.reduce((sum, { events }) => sum + events, 0),
      oldestAt: kinds.map(({ oldestAt }) => oldestAt).toSorted()[0] ?? null,
      kinds: kinds.slice(0, MOST_KINDS),
    };
  }
}
