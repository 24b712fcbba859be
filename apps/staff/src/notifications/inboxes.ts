import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Told } from './telling.rules.js';

export const CHANGES = ['new', 'digest', 'escalated', 'acknowledged', 'settled', 'read'] as const;
export type Change = (typeof CHANGES)[number];

/**
 * A person's row orders everything that happens to him: who changes something holds it, so that the numbers of his
 * changes are committed in their order and a reader who has seen one misses none before it.
 */
@Injectable()
export class Inboxes {
  /** In the order of their ids; two who lock the same people wait for each other and never in a circle. */
  async lock(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    const ids = [...new Set(personIds)].sort();
    await tx.query(
      `INSERT INTO notification_inbox (person_id, last_seq, collecting)
       SELECT id, 0, false FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, position) ORDER BY position
       ON CONFLICT DO NOTHING`,
      [ids],
    );
    await tx.query('SELECT 1 FROM notification_inbox WHERE person_id = ANY($1::uuid[]) ORDER BY person_id FOR UPDATE', [
      ids,
    ]);
  }

  /** Numbers one change for each person, whose inbox is locked. */
  async change(tx: EntityManager, people: readonly string[], kind: Change, ids: string[], now: Date): Promise<void> {
    if (people.length === 0) return;
    await tx.query(
      `WITH numbered AS (UPDATE notification_inbox SET last_seq = last_seq + 1 WHERE person_id = ANY($1::uuid[])
                         RETURNING person_id, last_seq)
       INSERT INTO notification_change (person_id, seq, kind, notification_ids, at)
       SELECT person_id, last_seq, $2, $3::uuid[], $4 FROM numbered`,
      [people, kind, ids, now],
    );
  }

  /** Somebody waits: his inbox is looked at then, unless it is collecting what a downtime left. */
  async wake(tx: EntityManager, people: readonly string[], at: Date): Promise<void> {
    await tx.query(
      `UPDATE notification_inbox SET due_at = least(due_at, $2)
        WHERE person_id = ANY($1::uuid[]) AND NOT collecting`,
      [people, at],
    );
  }

  /** What each was told since a moment: red ones and those told by no channel do not count, a digest counts once. */
  async toldSince(tx: EntityManager, people: readonly string[], since: Date): Promise<Map<string, Told[]>> {
    const rows: (Told & { personId: string })[] = await tx.query(
      `SELECT DISTINCT ON (person_id, coalesce(digest_id, id))
              person_id AS "personId", told_at AS at, digest_id IS NOT NULL AS digest
         FROM notification_telling WHERE person_id = ANY($1::uuid[]) AND told_at > $2 AND urgency <> 'red'
          AND channels <> '{}'`,
      [people, since],
    );
    return Map.groupBy(rows, ({ personId }) => personId);
  }
}
