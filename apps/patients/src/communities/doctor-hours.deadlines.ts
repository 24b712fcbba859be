import { CommunityHourApproachedV1, CommunityHourBeganV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { hourStep, type DoctorHour, type HourStep } from './doctor-hour.rules.js';

interface DueHour extends DueRow {
  ownerId: string;
  hour: DoctorHour;
  at: Date;
}

const CLAIM = `
  SELECT id, hour_due_at AS "dueAt", owner_id AS "ownerId", hour, hour_at AS at FROM community
   WHERE hour_due_at <= $1 AND id <> ALL($2::uuid[])
   ORDER BY hour_due_at LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED`;

const TOLD = `
  SELECT approach_told_at IS NOT NULL AS "approachTold", begin_told_at IS NOT NULL AS "beginTold"
    FROM community_hour WHERE community_id = $1 AND at = $2`;

const CLAIMS = {
  approached: `
    INSERT INTO community_hour (community_id, at, approach_told_at) VALUES ($1, $2, $3)
    ON CONFLICT (community_id, at) DO UPDATE SET approach_told_at = $3`,
  began: `
    INSERT INTO community_hour (community_id, at, begin_told_at) VALUES ($1, $2, $3)
    ON CONFLICT (community_id, at) DO UPDATE SET begin_told_at = $3`,
} as const;

const EVENTS = { approached: CommunityHourApproachedV1, began: CommunityHourBeganV1 } as const;

/** The weekly doctor's hours: announced, and told to begin, once each (PT-10). */
@Injectable()
export class DoctorHourDeadlines implements DeadlineSource<DueHour> {
  readonly name = 'patients.communities.hour';

  constructor(
    private readonly outbox: Outbox,
    private readonly config: PatientsConfig,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueHour[]> {
    return tx.query(CLAIM, [now, except, limit]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'community', 'hour_due_at', now);
  }

  async handle(tx: EntityManager, { id, ownerId, hour, at }: DueHour, now: Date): Promise<void> {
    const [told]: { approachTold: boolean; beginTold: boolean }[] = await tx.query(TOLD, [id, at]);
    const place = { zone: this.config.hospitalZone, leadDays: this.config.communityHourLeadDays };
    const step = hourStep(hour, { at, approachTold: false, beginTold: false, ...told }, now, place);
    await this.tell(tx, step, { id, ownerId, hour, at }, now);
    await tx.query('UPDATE community SET hour_at = $2, hour_due_at = $3 WHERE id = $1', [id, step.at, step.dueAt]);
  }

  private async tell(tx: EntityManager, { tells }: HourStep, due: DueHour, now: Date): Promise<void> {
    if (tells === null) return;
    const { id: communityId, ownerId, at } = due;
    const { minutes, doctorId, departmentId } = due.hour;
    const who = { ...(doctorId ? { doctorId } : {}), ...(departmentId ? { departmentId } : {}) };
    await tx.query(CLAIMS[tells], [communityId, at, now]);
    await this.outbox.append(tx, EVENTS[tells], { communityId, at: at.toISOString(), minutes, ...who, ownerId });
  }
}
