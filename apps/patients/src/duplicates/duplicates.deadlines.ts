import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { DuplicateChecks } from './duplicate-checks.service.js';

interface DueCheck extends DueRow {
  personId: string;
}

/**
 * Checks whoever was made or changed. Replicas take turns, a batch each: two who hold the same people against each other
 * at once would not see each other's pairs. The lock goes with the transaction, also when its replica is killed.
 */
@Injectable()
export class DuplicateDeadlines implements DeadlineSource<DueCheck> {
  readonly name = 'patients.duplicates.check';
  readonly batch = 1000;

  constructor(private readonly checks: DuplicateChecks) {}

  async claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueCheck[]> {
    const [turn]: { ours: boolean }[] = await tx.query(
      `SELECT pg_try_advisory_xact_lock(hashtext('duplicate_check')) AS ours`,
    );
    if (!turn?.ours) return [];
    return tx.query(
      `SELECT id, person_id AS "personId", due_at AS "dueAt" FROM duplicate_check
        WHERE due_at <= $1 AND id <> ALL($2::bigint[]) ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [now, except, limit],
    );
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'duplicate_check', 'due_at', now);
  }

  handle(tx: EntityManager, row: DueCheck, now: Date): Promise<void> {
    return this.handleAll(tx, [row], now);
  }

  async handleAll(tx: EntityManager, rows: DueCheck[], now: Date): Promise<void> {
    await this.checks.check(tx, [...new Set(rows.map(({ personId }) => personId))], now);
    await tx.query('DELETE FROM duplicate_check WHERE id = ANY($1::bigint[])', [rows.map(({ id }) => id)]);
  }
}
