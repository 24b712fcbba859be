import type { EventStream } from '#platform';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Change } from './inboxes.js';
import type { InboxItem } from './notifications.dto.js';
import { ITEM, present } from './notifications.query.js';

/** How soon a console hears of a change that any replica made. */
const LOOK_MS = 500;
/** Changes read for one console at a look; the rest comes with the next. */
const BATCH = 100;

interface Follower {
  personId: string;
  /** The last change it has. */
  after: number;
  stream: EventStream;
}

interface ChangeRow {
  follower: number;
  seq: string;
  kind: Change;
  ids: string[];
  at: Date;
}

const CHANGES = `
  SELECT f.position::int - 1 AS follower, c.seq, c.kind, c.notification_ids AS ids, c.at
    FROM unnest($1::uuid[], $2::bigint[]) WITH ORDINALITY AS f (person, after, position)
   CROSS JOIN LATERAL (SELECT * FROM notification_change
          WHERE person_id = f.person AND seq > f.after ORDER BY seq LIMIT ${BATCH}) AS c
   ORDER BY follower, c.seq`;

/**
 * What changes for a person, to every console he has open, on any replica: one look at the database for all consoles of
 * this process. The numbers of a person's changes have no gaps, so that a console that comes back misses nothing.
 */
@Injectable()
export class NotificationFeed implements BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationFeed.name);
  private readonly followers = new Set<Follower>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly source: DataSource) {}

  /** Tells the stream what it missed since its `Last-Event-ID`, and what comes; at its first time what comes only. */
  async follow(personId: string, stream: EventStream): Promise<void> {
    const follower: Follower = { personId, after: 0, stream };
    stream.onClose(() => this.followers.delete(follower));
    try {
      await this.begin(follower);
    } catch (error) {
      // It comes back: the answer has begun and cannot say what is wrong.
      this.logger.warn(`Cannot begin a stream of notifications: ${String(error)}`);
      stream.close();
    }
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async begin(follower: Follower): Promise<void> {
    const rows: { last: string; first: string | null }[] = await this.source.query(
      `SELECT last_seq AS last, (SELECT min(seq) FROM notification_change c WHERE c.person_id = i.person_id) AS first
         FROM notification_inbox i WHERE person_id = $1`,
      [follower.personId],
    );
    const last = Number(rows[0]?.last ?? 0);
    const first = Number(rows[0]?.first ?? last + 1);
    const { lastEventId = '' } = follower.stream;
    const known = /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
    // Too old: the changes after it are kept no longer. Beyond the last: the database has been restored since.
    const resumed = known !== undefined && known >= first - 1 && known <= last;
    follower.after = resumed ? known : last;
    if (!follower.stream.send({ event: 'ready', id: String(follower.after), data: { resumed } })) return;
    this.followers.add(follower);
    this.schedule();
  }

  private schedule(): void {
    if (this.stopped || this.timer !== undefined || this.followers.size === 0) return;
    this.timer = setTimeout(() => {
      void this.look()
        .catch((error: unknown) => this.logger.warn(`Cannot read notifications for the consoles: ${String(error)}`))
        .finally(() => {
          this.timer = undefined;
          this.schedule();
        });
    }, LOOK_MS);
  }

  private async look(): Promise<void> {
    const followers = [...this.followers].filter(({ stream }) => !stream.isBehind);
    const rows: ChangeRow[] = await this.source.query(CHANGES, [
      followers.map(({ personId }) => personId),
      followers.map(({ after }) => after),
    ]);
    if (rows.length === 0) return;
    const items = await this.itemsOf(followers, rows);
    for (const row of rows) {
      const follower = followers[row.follower];
      // Who does not read on gets the rest later: until then it is kept in the database and not here.
      if (!follower || follower.stream.isBehind) continue;
      follower.after = Number(row.seq);
      const notifications = row.ids.flatMap((id) => items.get(`${follower.personId} ${id}`) ?? []);
      follower.stream.send({ event: row.kind, id: row.seq, data: { at: row.at.toISOString(), notifications } });
    }
  }

  /** Everything named in the changes, as it stands now, by person and notification. */
  private async itemsOf(followers: Follower[], changes: ChangeRow[]): Promise<Map<string, InboxItem>> {
    const pairs = changes.flatMap(({ follower, ids }) => ids.map((id) => [followers[follower]?.personId, id] as const));
    const rows: (Parameters<typeof present>[0] & { personId: string })[] = await this.source.query(
      `SELECT DISTINCT ON (t.person_id, n.id) ${ITEM}, t.person_id AS "personId"
         FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[]) AS p (person, notification)) AS p
         JOIN notification_telling t ON t.person_id = p.person AND t.notification_id = p.notification
         JOIN notification n ON n.id = p.notification
        WHERE t.told_at IS NOT NULL ORDER BY t.person_id, n.id, t.step DESC`,
      [pairs.map(([person]) => person), pairs.map(([, id]) => id)],
    );
    return new Map(
      rows.map(({ personId, ...row }) => {
        const item = present(row);
        return [`${personId} ${item.id}`, item];
      }),
    );
  }
}
