import type { NotificationSettlement } from '#contracts';
import { Clock, stateChange } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Inboxes } from './inboxes.js';
import { NotificationEntity } from './notification.entity.js';
import { TellingEntity } from './telling.entity.js';
import { writeTrail } from './trail.js';

interface Concerned {
  notificationId: string;
  personId: string;
  isTold: boolean;
}

const CONCERNED = `
  SELECT notification_id AS "notificationId", person_id AS "personId", bool_or(told_at IS NOT NULL) AS "isTold"
    FROM notification_telling WHERE notification_id = ANY($1::uuid[]) GROUP BY notification_id, person_id`;

/** Whoever asked that people be told needs nobody any more (ORG-2). */
@Injectable()
export class NotificationSettling {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly clock: Clock,
  ) {}

  /** Nobody else is told, also of those that wait for the end of quiet hours; what was acknowledged or ended stays so. */
  async settle(tx: EntityManager, settlement: NotificationSettlement): Promise<void> {
    const { purpose, subjectType, subjectId, reason } = settlement;
    const open = await tx.find(NotificationEntity, {
      where: { purpose, subjectType, subjectId, state: 'open' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (open.length === 0) return;
    const now = this.clock.now();
    const concerned: Concerned[] = await tx.query(CONCERNED, [open.map(({ id }) => id)]);
    await this.inboxes.lock(
      tx,
      concerned.map(({ personId }) => personId),
    );
    for (const row of open) {
      const told = concerned.filter(({ notificationId, isTold }) => notificationId === row.id && isTold);
      await tx.update(NotificationEntity, { id: row.id }, { state: 'settled', dueAt: null });
      await tx.update(TellingEntity, { notificationId: row.id, toldAt: IsNull() }, { withdrawnAt: now });
      await this.inboxes.change(
        tx,
        told.map(({ personId }) => personId),
        'settled',
        [row.id],
        now,
      );
      await writeTrail(tx, row.id, now, [{ what: 'settled', step: row.step, note: reason }]);
      stateChange('notification', row.id, { state: 'open' }, { state: 'settled' });
    }
  }
}
