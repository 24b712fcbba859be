import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

/** The task's row is the one that is locked, before its hand-outs, as by everyone who changes them. */
const CLAIM = `
  SELECT task.id, hand_out.lease_until AS "dueAt" FROM task_hand_out hand_out JOIN task ON task.id = hand_out.task_id
   WHERE hand_out.lease_until <= $1 AND task.id <> ALL($3::uuid[])
   ORDER BY hand_out.lease_until, task.id LIMIT $2 FOR UPDATE OF task SKIP LOCKED`;
/** Somebody else may have it in hand by now, or the same nurse again, for longer. */
const FREE = `
  UPDATE task SET claimed_by = NULL, claimed_until = NULL WHERE id = ANY ($1::uuid[]) AND claimed_until <= $2`;
const END = 'UPDATE task_hand_out SET lease_until = NULL WHERE task_id = ANY ($1::uuid[]) AND lease_until <= $2';

/** Puts a task back into the queue when the nurse who took it was heard of no more, her browser dead mid-call (FU-7). */
@Injectable()
export class ClaimDeadlines implements DeadlineSource {
  readonly name = 'follow-up.claim';
  readonly anyDue = 'EXISTS (SELECT FROM task_hand_out WHERE lease_until <= $1)';

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'task_hand_out', 'lease_until', now);
  }

  handle(tx: EntityManager, row: DueRow, now: Date): Promise<void> {
    return this.handleAll(tx, [row], now);
  }

  async handleAll(tx: EntityManager, rows: DueRow[], now: Date): Promise<void> {
    const ids = rows.map(({ id }) => id);
    await tx.query(FREE, [ids, now]);
    await tx.query(END, [ids, now]);
  }
}
