import { FollowUpNotificationRequestedV1 } from '#contracts';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Outbox } from '#event-bus';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { dayOf } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { CallRules } from './call-rules.js';
import { lookAt, watchedFrom } from './holiday-watch.rules.js';

interface WatchedYear extends DueRow {
  year: number;
}

const CLAIM = `
  SELECT year::text AS id, year, due_at AS "dueAt" FROM calendar_watch
   WHERE due_at <= $1 AND year::text <> ALL($3::text[])
   ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;
const NEXT_YEAR = `
  WITH done AS (UPDATE calendar_watch SET due_at = NULL WHERE year = $1)
  INSERT INTO calendar_watch (year, due_at) VALUES ($2, $3) ON CONFLICT DO NOTHING`;

/**
 * Tells the centre's managers, from November on, that nobody knows the holidays of the next year: with it routine calls
 * would stop (FU-7). Once a week until they are noted.
 */
@Injectable()
export class HolidayWatch implements DeadlineSource<WatchedYear> {
  readonly name = 'follow-up.holiday-watch';
  readonly anyDue = 'EXISTS (SELECT FROM calendar_watch WHERE due_at <= $1)';

  constructor(
    private readonly rules: CallRules,
    private readonly outbox: Outbox,
    private readonly config: FollowUpConfig,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<WatchedYear[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'calendar_watch', 'due_at', now);
  }

  async handle(tx: EntityManager, { year }: WatchedYear, now: Date): Promise<void> {
    const { hospitalZone: zone, callsOnHolidays } = this.config;
    const { book } = await this.rules.limits(tx);
    const look = lookAt(year, { isKnown: callsOnHolidays || book.knows(year), now, zone });
    if (look.then === 'next-year') {
      await tx.query(NEXT_YEAR, [year, year + 1, watchedFrom(year + 1, zone)]);
      return;
    }
    await tx.query('UPDATE calendar_watch SET due_at = $2 WHERE year = $1', [year, look.at]);
    await this.outbox.append(tx, FollowUpNotificationRequestedV1, notice(year, dayOf(now, zone)));
  }
}

function notice(year: number, today: string): FollowUpNotificationRequestedV1 {
  return {
    purpose: 'follow-up.holidays-unknown',
    subjectType: 'calendar',
    subjectId: String(year),
    occasion: today,
    urgency: 'normal',
    titleZh: `请登记${year}年法定节假日`,
    titleEn: `Note the public holidays of ${year}`,
    textZh: `尚未登记${year}年的法定节假日：登记前，${year}年的常规随访电话将停止派发。`,
    textEn: `Nobody has noted the public holidays of ${year} yet: until then routine calls are not handed out in ${year}.`,
    link: `/complaints/calendar/${year}`,
    to: [{ role: 'centre-manager' }],
    next: [],
  };
}
