import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';

/**
 * Those that reach into the year, which of next year's days are few. In one order, so that two years noted at once wait for
 * each other; what is due already keeps its place in the queue.
 */
const DUE_NOW = `
  WITH concerned AS (
    SELECT clock.id FROM clock LEFT JOIN working_hours hours ON hours.id = clock.hours_id
     WHERE clock.stopped_at IS NULL AND clock.paused_at IS NULL
       AND clock.started_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, $3)
       AND (clock.undated_year IS NOT NULL
         OR greatest(clock.due_at, clock.next_at) >= make_timestamptz($1, 1, 1, 0, 0, 0, $3))
       AND ((clock.limit_unit = 'working-days' AND clock.limit_value > 0)
         OR (clock.limit_unit = 'minutes' AND hours.closed_on_holidays))
     ORDER BY clock.id FOR UPDATE OF clock
  )
  UPDATE clock SET next_at = least(clock.next_at, $2) FROM concerned WHERE clock.id = concerned.id`;

/**
 * Has the deadlines work out again, at once, what counts by the days of a year: what is late by them is told, what was
 * told stays told (CP-9). A paused clock is dated when it is resumed.
 */
@Injectable()
export class Redating {
  constructor(private readonly config: ComplaintsConfig) {}

  /** In the transaction that has the year's row. */
  async begin(tx: EntityManager, year: number, now: Date): Promise<void> {
    await tx.query(DUE_NOW, [year, now, this.config.hospitalZone]);
  }
}
