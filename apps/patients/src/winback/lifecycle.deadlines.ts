import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { LifecycleSettlement } from './lifecycle-settlement.js';

const CLAIM = `
  SELECT person_id AS id, due_at AS "dueAt" FROM person_lifecycle
   WHERE due_at <= $1 AND person_id <> ALL($3::uuid[])
   ORDER BY due_at, person_id LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** Who came, was told something new of, or reached a day on which a stage or a step of a win-back turns (PT-1, PT-5). */
@Injectable()
export class LifecycleDeadlines implements DeadlineSource {
  readonly name = 'patients.lifecycle';
  /** A visit of somebody in the batch waits for it: well below a second. */
  readonly batch = 200;

  constructor(private readonly settlement: LifecycleSettlement) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'person_lifecycle', 'due_at', now);
  }

  handle(tx: EntityManager, row: DueRow, now: Date): Promise<void> {
    return this.handleAll(tx, [row], now);
  }

  handleAll(tx: EntityManager, rows: DueRow[], now: Date): Promise<void> {
    return this.settlement.settle(
      tx,
      rows.map(({ id }) => id),
      now,
    );
  }
}
