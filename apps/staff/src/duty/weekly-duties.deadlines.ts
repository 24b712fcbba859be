import type { DeadlineSource } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WeeklyDutyEntity } from './weekly-duty.entity.js';
import { WeeklyDutiesService } from './weekly-duties.service.js';

/** Every night one more day of each weekly duty comes into view. */
@Injectable()
export class WeeklyDutyDeadlines implements DeadlineSource {
  readonly name = 'staff.duty.roll-out';

  constructor(private readonly weekly: WeeklyDutiesService) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<{ id: string }[]> {
    return tx.query(
      `SELECT id FROM weekly_duty WHERE due_at <= $1 AND id <> ALL($2::uuid[])
        ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [now, except, limit],
    );
  }

  async handle(tx: EntityManager, { id }: { id: string }, now: Date): Promise<void> {
    await this.weekly.extend(tx, await tx.findOneByOrFail(WeeklyDutyEntity, { id }), now);
  }
}
