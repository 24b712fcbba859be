import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { CommunitySettlement } from './community-settlement.js';

interface DueCheck extends DueRow {
  personId: string;
}

const CLAIM = `
  SELECT id, person_id AS "personId", due_at AS "dueAt" FROM community_check
   WHERE due_at <= $1 AND id <> ALL($2::bigint[]) ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`;

/** People of whom something changed that decides whether, and as whom, they are in communities (PT-3, PT-9, PT-11). */
@Injectable()
export class CommunityCheckDeadlines implements DeadlineSource<DueCheck> {
  readonly name = 'patients.communities.check';
  readonly batch = 200;

  constructor(private readonly settlement: CommunitySettlement) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueCheck[]> {
    return tx.query(CLAIM, [now, except, limit]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'community_check', 'due_at', now);
  }

  handle(tx: EntityManager, row: DueCheck, now: Date): Promise<void> {
    return this.handleAll(tx, [row], now);
  }

  async handleAll(tx: EntityManager, rows: DueCheck[], now: Date): Promise<void> {
    await this.settlement.settle(tx, [...new Set(rows.map(({ personId }) => personId))], now);
    await tx.query('DELETE FROM community_check WHERE id = ANY($1::bigint[])', [rows.map(({ id }) => id)]);
  }
}
