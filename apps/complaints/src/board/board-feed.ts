import type { EventStream } from '#platform';
import { Clock } from '#platform';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FACTS, factsOfCard, type FactsRow, type Sight } from './board.queries.js';
import type { BoardChange } from './board.dto.js';

/** How soon a board hears of a change that any replica made. */
const LOOK_MS = 500;
/** Changes read at a look; the rest comes with the next. */
const BATCH = 500;
/** Numbers are drawn before the commit: a change with a smaller one may appear this much later. */
const LATE_MS = 10_000;
/** So many numbers before the first look may still be without their commit. */
const FORMER = 500;

interface Follower extends Sight {
  stream: EventStream;
}

interface ChangedRow extends FactsRow {
  change: string;
  atWork: boolean;
  dispute: boolean;
  confidential: boolean;
  /** Whether everybody saw it once. */
  shown: boolean;
}

/** Below what is looked at again, from when on. */
interface Mark {
  change: number;
  at: number;
}

/**
 * What changes on the board, to everybody who has it open, on any replica: one look at the database for all of them.
 * A change tells how the ticket stands, so that one told twice does no harm; who was away reads the board again.
 */
@Injectable()
export class BoardFeed implements BeforeApplicationShutdown {
  private readonly logger = new Logger(BoardFeed.name);
  private readonly followers = new Set<Follower>();
  /** Changes that were told, above the oldest mark. */
  private readonly told = new Set<number>();
  private marks: Mark[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Tells the stream all that changes from now on. */
  async follow(sight: Sight, stream: EventStream): Promise<void> {
    const follower = { ...sight, stream };
    stream.onClose(() => this.followers.delete(follower));
    try {
      if (this.followers.size === 0) await this.begin();
      if (!stream.send({ event: 'ready', data: {} })) return;
      this.followers.add(follower);
      this.schedule();
    } catch (error) {
      // It comes back: the answer has begun and cannot say what is wrong.
      this.logger.warn(`Cannot begin a stream of the board: ${String(error)}`);
      stream.close();
    }
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async begin(): Promise<void> {
    const rows: { from: string; change: string | null }[] = await this.source.query(SEEN, [FORMER]);
    this.told.clear();
    for (const { change } of rows) if (change !== null) this.told.add(Number(change));
    this.marks = [{ change: Number(rows[0]?.from ?? 0), at: this.clock.now().getTime() }];
  }

  private schedule(): void {
    if (this.stopped || this.timer !== undefined || this.followers.size === 0) return;
    this.timer = setTimeout(() => {
      void this.look()
        .catch((error: unknown) => this.logger.warn(`Cannot read the changes of the board: ${String(error)}`))
        .finally(() => {
          this.timer = undefined;
          this.schedule();
        });
    }, LOOK_MS);
  }

  private async look(): Promise<void> {
    const rows: ChangedRow[] = await this.source.query(CHANGES, [this.marks[0]?.change ?? 0, [...this.told]]);
    for (const row of rows) {
      this.told.add(Number(row.change));
      for (const follower of this.followers) {
        const data = changeFor(follower, row);
        if (data) follower.stream.send({ event: 'change', data });
      }
    }
    this.forget(Math.max(this.marks.at(-1)?.change ?? 0, ...rows.map(({ change }) => Number(change))));
  }

  /** What is older than any transaction that may still commit is not looked for again. */
  private forget(newest: number): void {
    const now = this.clock.now().getTime();
    this.marks.push({ change: newest, at: now });
    while (this.marks.length > 1 && (this.marks[1]?.at ?? now) <= now - LATE_MS) this.marks.shift();
    const oldest = this.marks[0]?.change ?? 0;
    for (const change of this.told) if (change <= oldest) this.told.delete(change);
  }
}

const SEEN = `
  SELECT last.value - $1 AS from, c.change
    FROM (SELECT last_value AS value FROM board_change) AS last
    LEFT JOIN board_card c ON c.change > last.value - $1`;

const CHANGES = `
  SELECT c.change, c.at_work AS "atWork", c.dispute, c.confidential, c.shown, ${FACTS}
    FROM board_card c JOIN ticket t ON t.id = c.ticket_id
   WHERE c.change > $1 AND c.change <> ALL ($2::bigint[]) ORDER BY c.change LIMIT ${BATCH}`;

/** Undefined: the reader never had the card and may not know that there is one (CP-3). */
function changeFor({ disputes, confidential }: Sight, row: ChangedRow): BoardChange | undefined {
  const { change: _change, atWork, dispute, confidential: secret, shown, ...facts } = row;
  const sighted = (disputes || !dispute) && (confidential || !secret);
  if (!sighted && !shown) return undefined;
  return { ticketId: row.ticketId, card: atWork && sighted ? factsOfCard(facts) : null };
}
