import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { WeeklyDutyEntity } from './weekly-duty.entity.js';
import { WeeklyDutiesService } from './weekly-duties.service.js';

/** Every night one more day of each weekly duty comes into view. */
@Injectable()
export class WeeklyDutyDeadlines implements DeadlineSource {
  readonly name = 'staff.duty.roll-out';

  constructor(private readonly weekly: WeeklyDutiesService) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(
      `SELECT id, due_at AS "dueAt" FROM weekly_duty WHERE due_at <= $1 AND id <> ALL($2::uuid[])
        ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [now, except, limit],
    );
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'weekly_duty', 'due_at', now);
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    await this.weekly.extend(tx, await tx.findOneByOrFail(WeeklyDutyEntity, { id }), now);
  }
}
