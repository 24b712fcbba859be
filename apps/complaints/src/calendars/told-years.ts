import { CalendarNotedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { ComplaintsConfig } from '../complaints.config.js';
import { Redating } from './redating.js';

const CLAIM = `
  SELECT year::text AS id, tell_at AS "dueAt" FROM calendar_year
   WHERE tell_at <= $1 AND year::text <> ALL ($3::text[])
   ORDER BY tell_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
const TOLD = `
  UPDATE calendar_year SET tell_at = $2 WHERE year = $1
  RETURNING year::text AS year, holidays::text[] AS holidays, workdays::text[] AS workdays, noted_at AS "notedAt"`;
const DAY_MS = 86_400_000;

interface ToldYear extends Omit<CalendarNotedV1, 'notedAt'> {
  notedAt: Date;
}

/**
 * Tells the other services what the hospital noted of a year: at once, and each day until the year ends. The broker keeps
 * events for `NATS_MAX_AGE_DAYS`, at least one: a service that begins with an empty database hears of it within a day (ADR 81).
 */
@Injectable()
export class ToldYears implements DeadlineSource {
  readonly name = 'complaints.calendar-told';
  readonly anyDue = 'EXISTS (SELECT FROM calendar_year WHERE tell_at <= $1)';

  constructor(
    private readonly outbox: Outbox,
    private readonly redating: Redating,
    private readonly config: ComplaintsConfig,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'calendar_year', 'tell_at', now);
  }

  /** A clock that began while the year was being noted may have counted by the days from before: once more a day later. */
  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    const told = await this.tell(tx, Number(id), now);
    if (told && now.getTime() - told.notedAt.getTime() < 2 * DAY_MS) await this.redating.begin(tx, Number(id), now);
  }

  /** In the transaction that has the year's row. */
  async tell(tx: EntityManager, year: number, now: Date): Promise<ToldYear | undefined> {
    const [[told]]: [ToldYear[], number] = await tx.query(TOLD, [year, this.nextTime(year, now)]);
    if (told) await this.outbox.append(tx, CalendarNotedV1, { ...told, notedAt: told.notedAt.toISOString() });
    return told;
  }

  private nextTime(year: number, now: Date): Date | null {
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(this.config.hospitalZone);
    return today.year > year ? null : new Date(now.getTime() + DAY_MS);
  }
}
