import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { FamilySettlement } from './family-settlement.js';

const CLAIM = `
  SELECT person_id AS id, due_at AS "dueAt" FROM family_standing
   WHERE due_at <= $1 AND person_id <> ALL($3::uuid[])
   ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** Families in which somebody's record changed, a child comes of age, or an entry begins or ends (PT-7). */
@Injectable()
export class FamilyDeadlines implements DeadlineSource {
  readonly name = 'patients.families';
  readonly batch = 500;

  constructor(private readonly settlement: FamilySettlement) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'family_standing', 'due_at', now);
  }

  handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    return this.settlement.settle(tx, [id], now);
  }

  handleAll(tx: EntityManager, rows: DueRow[], now: Date): Promise<void> {
    const ids = rows.map(({ id }) => id);
    return this.settlement.settle(tx, ids, now);
  }
}
