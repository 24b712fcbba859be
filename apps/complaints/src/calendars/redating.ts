import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';

/** So many clocks a transaction: each is held for as long as a batch lasts, not for as long as all of them. */
export const REDATED_AT_ONCE = 250;

const BEGIN = 'UPDATE calendar_year SET redate_at = $2, redated_to = NULL WHERE year = $1';

const CLAIM = `
  SELECT year::text AS id, redate_at AS "dueAt" FROM calendar_year
   WHERE redate_at <= $1 AND year::text <> ALL ($3::text[])
   ORDER BY redate_at, year LIMIT $2 FOR UPDATE SKIP LOCKED`;

/**
 * The next ones that reach into the year, which of next year's days are few: in the order of their ids, behind the last one
 * that was done. What is due already keeps its place in the queue.
 */
const NEXT = `
  WITH concerned AS (
    SELECT clock.id FROM clock LEFT JOIN working_hours hours ON hours.id = clock.hours_id
     WHERE clock.stopped_at IS NULL AND clock.paused_at IS NULL
       AND clock.id > coalesce((SELECT redated_to FROM calendar_year WHERE year = $1), '00000000-0000-0000-0000-000000000000')
       AND clock.started_at < make_timestamptz($1::int + 1, 1, 1, 0, 0, 0, $3)
       AND (clock.undated_year IS NOT NULL
         OR greatest(clock.due_at, clock.next_at) >= make_timestamptz($1, 1, 1, 0, 0, 0, $3))
       AND ((clock.limit_unit = 'working-days' AND clock.limit_value > 0)
         OR (clock.limit_unit = 'minutes' AND hours.closed_on_holidays))
     ORDER BY clock.id LIMIT $4 FOR UPDATE OF clock
  ), moved AS (
    UPDATE clock SET next_at = least(clock.next_at, $2) FROM concerned WHERE clock.id = concerned.id
  )
  SELECT id FROM concerned ORDER BY id DESC`;

const GO_ON = 'UPDATE calendar_year SET redated_to = $2 WHERE year = $1';
const DONE = 'UPDATE calendar_year SET redate_at = NULL, redated_to = NULL WHERE year = $1';

/**
 * Has the deadlines work out again what counts by the days of a year: what is late by them is told, what was told stays told
 * (CP-9). A paused clock is dated when it is resumed. Done in batches, each with the mark of how far it came, so that a
 * crash loses none and none is begun anew. A clock whose turn has not come yet has the date by the old days; when it falls
 * due meanwhile it is worked out by the new ones, as every clock is when it fires: nothing is told by days that do not hold.
 */
@Injectable()
export class Redating implements DeadlineSource {
  readonly name = 'complaints.calendar-redating';
  /** One year a transaction, one batch of its clocks. */
  readonly batch = 1;
  readonly anyDue = 'EXISTS (SELECT FROM calendar_year WHERE redate_at <= $1)';

  constructor(private readonly config: ComplaintsConfig) {}

  /** In the transaction that has the year's row. A round that still runs for it begins anew: the days changed again. */
  async begin(tx: EntityManager, year: number, now: Date): Promise<void> {
    await tx.query(BEGIN, [year, now]);
  }

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'calendar_year', 'redate_at', now);
  }

  /** The next batch; the year stays due until one is not full. */
  async handle(tx: EntityManager, { id: year }: DueRow, now: Date): Promise<void> {
    const rows: { id: string }[] = await tx.query(NEXT, [year, now, this.config.hospitalZone, REDATED_AT_ONCE]);
    const last = rows[0]?.id;
    if (last === undefined || rows.length < REDATED_AT_ONCE) await tx.query(DONE, [year]);
    else await tx.query(GO_ON, [year, last]);
  }
}
