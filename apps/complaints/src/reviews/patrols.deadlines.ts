import { ComplaintsNotificationRequestedV1, PatrolMissedV1 } from '#contracts';
import { checkpoint, Outbox } from '#event-bus';
import { backlogOf, newId, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { patrolDay } from './patrol.rules.js';
import { missedNotice, type MissedPatrol } from './patrol-notices.js';

const CLAIM_PLATFORMS = `
  SELECT code AS id, patrol_due_at AS "dueAt" FROM review_platform
   WHERE patrol_due_at <= $1 AND code <> ALL($3::text[])
   ORDER BY patrol_due_at, code LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`;

/** Makes the patrol of the day for every active platform: one, whatever replicas believe (CP-6). */
@Injectable()
export class PatrolOpening implements DeadlineSource {
  readonly name = 'complaints.patrols.open';
  readonly anyDue = 'EXISTS (SELECT FROM review_platform WHERE patrol_due_at <= $1)';

  constructor(private readonly config: ComplaintsConfig) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM_PLATFORMS, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'review_platform', 'patrol_due_at', now);
  }

  async handle(tx: EntityManager, { id: platform }: DueRow, now: Date): Promise<void> {
    const { day, endsAt } = patrolDay(now, this.config.hospitalZone);
    await tx.query(
      `INSERT INTO review_patrol (id, platform, day, ends_at, due_at) VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT ON CONSTRAINT review_patrol_once DO NOTHING`,
      [newId(), platform, day, endsAt],
    );
    await tx.query('UPDATE review_platform SET patrol_due_at = $2 WHERE code = $1', [platform, endsAt]);
    checkpoint('patrol.opened');
  }
}

type DuePatrol = DueRow & MissedPatrol;

const CLAIM_PATROLS = `
  SELECT patrol.id, patrol.due_at AS "dueAt", patrol.platform, patrol.day::text AS day,
         platform.name_zh AS "nameZh", platform.name_en AS "nameEn"
    FROM review_patrol patrol JOIN review_platform platform ON platform.code = patrol.platform
   WHERE patrol.due_at <= $1 AND patrol.id <> ALL($3::uuid[])
   ORDER BY patrol.due_at, patrol.id LIMIT $2 FOR NO KEY UPDATE OF patrol SKIP LOCKED`;

/** Tells the centre manager of a patrol that nobody made on its day, once (CP-6). */
@Injectable()
export class PatrolMissing implements DeadlineSource<DuePatrol> {
  readonly name = 'complaints.patrols.missed';
  readonly anyDue = 'EXISTS (SELECT FROM review_patrol WHERE due_at <= $1)';

  constructor(private readonly outbox: Outbox) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DuePatrol[]> {
    return tx.query(CLAIM_PATROLS, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'review_patrol', 'due_at', now);
  }

  async handle(tx: EntityManager, patrol: DuePatrol, now: Date): Promise<void> {
    const { id: patrolId, platform, day } = patrol;
    await tx.query('UPDATE review_patrol SET due_at = NULL, reported_at = $2 WHERE id = $1', [patrolId, now]);
    await this.outbox.append(tx, PatrolMissedV1, { patrolId, platform, day });
    await this.outbox.append(tx, ComplaintsNotificationRequestedV1, missedNotice(patrol));
    checkpoint('patrol.missed');
  }
}
