import { backlogOf, lockKey, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { NotificationsService } from './notifications.service.js';
import { Waiters } from './waiters.js';

/** Nobody acknowledged in time (ORG-2). */
@Injectable()
export class EscalationDeadlines implements DeadlineSource {
  readonly name = 'staff.notification.escalation';

  constructor(private readonly notifications: NotificationsService) {}

  /** One replica at a time: a batch changes the inboxes of many people, and two batches could wait for each other. */
  async claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    const key = lockKey('notification escalation');
    const [lock]: { mine: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [key]);
    if (!lock?.mine) return [];
    return tx.query(
      `SELECT id, due_at AS "dueAt" FROM notification WHERE due_at <= $1 AND id <> ALL($2::uuid[])
        ORDER BY urgency = 'red' DESC, due_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [now, except, limit],
    );
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'notification', 'due_at', now);
  }

  handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    return this.notifications.escalate(tx, id, now);
  }
}

/** Quiet hours or a storm are over for somebody (ORG-2). */
@Injectable()
export class WaitingDeadlines implements DeadlineSource {
  readonly name = 'staff.notification.waiting';

  constructor(private readonly waiters: Waiters) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(
      `SELECT person_id AS id, due_at AS "dueAt" FROM notification_inbox
        WHERE due_at <= $1 AND person_id <> ALL($2::uuid[]) ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [now, except, limit],
    );
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'notification_inbox', 'due_at', now);
  }

  handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    return this.waiters.tell(tx, id, now);
  }
}
