import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { TagSettlement } from './tag-settlement.js';

const CLAIM = `
  SELECT person_id AS id, due_at AS "dueAt" FROM person_tagging
   WHERE due_at <= $1 AND person_id <> ALL($3::uuid[])
   ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

const MERGED_ARE_DUE_NO_MORE = `
  UPDATE person_tagging SET due_at = NULL
   WHERE person_id IN (SELECT id FROM person WHERE id = ANY($1::uuid[]) AND merged_into IS NOT NULL)`;

/** People whose record or visits changed, or whose birthday it is (PT-4). */
@Injectable()
export class TagDeadlines implements DeadlineSource {
  readonly name = 'patients.tags';
  readonly batch = 1000;

  constructor(private readonly settlement: TagSettlement) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'person_tagging', 'due_at', now);
  }

  handle(tx: EntityManager, row: DueRow, now: Date): Promise<void> {
    return this.handleAll(tx, [row], now);
  }

  /** A merged record is settled with the one that answers for it, and no longer due by itself. */
  async handleAll(tx: EntityManager, rows: DueRow[], now: Date): Promise<void> {
    const ids = rows.map(({ id }) => id);
    await tx.query(MERGED_ARE_DUE_NO_MORE, [ids]);
    await this.settlement.settleAll(tx, ids, now);
  }
}
