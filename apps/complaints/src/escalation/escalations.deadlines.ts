import { prepared, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { URGENCY_RANKS } from '../clocks/clock.vocabulary.js';
import { Escalations } from './escalations.js';

/** Beyond it the number only says "far too many". */
const COUNTED = 10_000;

/** Both rows, none of them waited for: who changes the ticket holds it, and then its clocks. */
const OF_TICKETS = `
  SELECT clock.id, clock.next_at AS "dueAt" FROM clock JOIN ticket ON ticket.id = clock.subject_id
   WHERE clock.subject_type = 'ticket' AND clock.rank = $1 AND clock.next_at <= $2 AND clock.id <> ALL ($4::uuid[])
   ORDER BY clock.next_at LIMIT $3
     FOR UPDATE OF clock SKIP LOCKED FOR KEY SHARE OF ticket SKIP LOCKED`;
const OTHERS = `
  SELECT id, next_at AS "dueAt" FROM clock
   WHERE subject_type <> 'ticket' AND rank = $1 AND next_at <= $2 AND id <> ALL ($4::uuid[])
   ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED`;

const OF_A_TICKET = `subject_type = 'ticket'`;
const OF_ANOTHER = `subject_type <> 'ticket'`;

/** Of each rank by itself: the front of a piece of the index. */
function anyDue(whose: string): string {
  return URGENCY_RANKS.map(
    (rank) => `EXISTS (SELECT FROM clock WHERE ${whose} AND rank = ${rank} AND next_at <= $1)`,
  ).join(' OR ');
}

/** Red before yellow before blue, and each in the order in which it came (CP-2): also after a day of downtime. */
abstract class ClockDeadlines implements DeadlineSource {
  abstract readonly name: string;
  /** As many as are due in a second and a half when 10,000 end in a minute; each batch has its fixed round trips. */
  readonly batch = 250;
  protected abstract readonly sql: string;
  protected abstract readonly whose: string;

  constructor(private readonly escalations: Escalations) {}

  async claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    const claimed: DueRow[] = [];
    for (const rank of URGENCY_RANKS) {
      const left = limit - claimed.length;
      if (left > 0)
        claimed.push(...(await prepared<DueRow & { id: string }>(tx, this.name, this.sql, [rank, now, left, except])));
    }
    return claimed;
  }

  async backlog(source: DataSource, now: Date): Promise<Backlog> {
    const backlogs = await Promise.all(
      URGENCY_RANKS.map(async (rank): Promise<Backlog> => {
        const [row]: Backlog[] = await source.query(
          `SELECT count(*)::int AS due, min(at) AS oldest
             FROM (SELECT next_at AS at FROM clock WHERE ${this.whose} AND rank = $1 AND next_at <= $2
                    ORDER BY next_at LIMIT ${COUNTED}) AS backlog`,
          [rank, now],
        );
        return row ?? { due: 0, oldest: null };
      }),
    );
    const oldest = backlogs.flatMap((each) => each.oldest ?? []).toSorted((a, b) => a.getTime() - b.getTime());
    return { due: backlogs.reduce((sum, { due }) => sum + due, 0), oldest: oldest[0] ?? null };
  }

  handle(tx: EntityManager, row: DueRow, now: Date): Promise<void> {
    return this.escalations.climb(tx, [row.id], now);
  }

  handleAll(tx: EntityManager, rows: DueRow[], now: Date): Promise<void> {
    return this.escalations.climb(
      tx,
      rows.map(({ id }) => id),
      now,
    );
  }
}

@Injectable()
export class TicketClockDeadlines extends ClockDeadlines {
  readonly name = 'complaints.ticket-clock';
  protected readonly sql = OF_TICKETS;
  protected readonly whose = OF_A_TICKET;
  readonly anyDue = anyDue(OF_A_TICKET);

  // Nest takes what a class needs from its own constructor.
  constructor(escalations: Escalations) {
    super(escalations);
  }
}

/** Reviews, crises and measures. */
@Injectable()
export class OtherClockDeadlines extends ClockDeadlines {
  readonly name = 'complaints.clock';
  protected readonly sql = OTHERS;
  protected readonly whose = OF_ANOTHER;
  readonly anyDue = anyDue(OF_ANOTHER);

  constructor(escalations: Escalations) {
    super(escalations);
  }
}
