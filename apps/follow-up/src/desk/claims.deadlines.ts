import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

const CLAIM = `
  SELECT id, claimed_until AS "dueAt" FROM task
   WHERE claimed_until <= $1 AND id <> ALL($3::uuid[])
   ORDER BY claimed_until, id LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** Puts a task back into the queue when the nurse who took it was heard of no more, her browser dead mid-call (FU-7). */
@Injectable()
export class ClaimDeadlines implements DeadlineSource {
  readonly name = 'follow-up.claim';

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'task', 'claimed_until', now);
  }

  handle(tx: EntityManager, row: DueRow, now: Date): Promise<void> {
    return this.handleAll(tx, [row], now);
  }

  async handleAll(tx: EntityManager, rows: DueRow[], _now: Date): Promise<void> {
    await tx.query('UPDATE task SET claimed_by = NULL, claimed_until = NULL WHERE id = ANY ($1::uuid[])', [
      rows.map(({ id }) => id),
    ]);
  }
}
