import {
  NotificationAcknowledgedV1,
  NotificationEscalatedV1,
  NotificationSentV1,
  type NotificationRequest,
} from '#contracts';
import { checkpoint, Outbox } from '#event-bus';
import { Clock, newId, Problem, stateChange, transact, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Inboxes } from './inboxes.js';
import { NotificationEntity } from './notification.entity.js';
import { recipientOf } from './target.rules.js';
import { Teller, type TakenStep } from './teller.js';
import { TellingEntity } from './telling.entity.js';
import { writeTrail } from './trail.js';

export interface Requested {
  id: string;
  /** False: it had been asked for before, and nobody is told again. */
  isNew: boolean;
}

/** Tells people, waits for an answer, and tells the next when none comes (ORG-2). */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly teller: Teller,
    private readonly inboxes: Inboxes,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Problem 400 for a target that is none or several at once. */
  send(request: NotificationRequest, by: string): Promise<Requested> {
    return transact(this.source, (tx) => this.request(tx, request, by, this.clock.now()));
  }

  /**
   * Accepts a request inside a transaction of the caller's. One purpose, subject and occasion is one notification.
   * @param askedAt when it was asked for; more than an hour ago, it is told in a digest
   * @throws Problem 400
   */
  async request(tx: EntityManager, request: NotificationRequest, by: string, askedAt: Date): Promise<Requested> {
    requireTargets(request);
    const now = this.clock.now();
    const row = rowOf(request, by, askedAt);
    const insert = tx.createQueryBuilder().insert().into(NotificationEntity).values(row);
    const inserted = await insert.orIgnore().returning('id').execute();
    if ((inserted.raw as unknown[]).length === 0) return { id: await idOf(tx, request), isNew: false };
    const { purpose, subjectType, subjectId, urgency, recipients: to, next } = row;
    stateChange('notification', row.id, null, { purpose, subjectType, subjectId, urgency, to, next });
    await writeTrail(tx, row.id, now, [{ what: 'requested', step: 0, note: by }]);
    const taken = await this.teller.advance(tx, row, 0, { owedAt: askedAt, now });
    await this.settle(tx, row, taken, now, 'unreached');
    await this.outbox.append(tx, NotificationSentV1, {
      ...factsOf(row),
      urgency: row.urgency,
      step: taken?.step ?? row.next.length,
      personIds: taken?.personIds ?? [],
    });
    return { id: row.id, isNew: true };
  }

  /** Nobody acknowledged in time: the next are told, or it ends unanswered. The row is locked. */
  async escalate(tx: EntityManager, id: string, now: Date): Promise<void> {
    const row = await tx.findOneByOrFail(NotificationEntity, { id });
    const before = row.step;
    const earlier = await this.peopleOf(tx, id, true);
    checkpoint('notification.escalating');
    const taken = await this.teller.advance(tx, row, before + 1, { owedAt: row.dueAt ?? now, now, earlier });
    await this.settle(tx, row, taken, now, 'unanswered');
    await this.inboxes.lock(tx, earlier);
    await this.inboxes.change(tx, earlier, 'escalated', [id], now);
    checkpoint('notification.escalated');
    const step = taken?.step ?? Math.max(row.next.length, 1);
    await writeTrail(tx, id, now, [{ what: taken ? 'escalated' : 'ended', step }]);
    const facts = { ...factsOf(row), urgency: row.urgency, step, personIds: taken?.personIds ?? [] };
    await this.outbox.append(tx, NotificationEscalatedV1, facts);
  }

  /**
   * Whoever takes the row first decides: an acknowledgement before the deadline stops it, one after it is late and
   * keeps the rest from being told. Repeated by the same person it changes nothing.
   * @throws Problem 404 for somebody it was not told; 409 when another person has acknowledged, or it is settled.
   */
  async acknowledge(id: string, personId: string): Promise<void> {
    await transact(this.source, async (tx) => {
      const row = await tx.findOne(NotificationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const mine = await tx.find(TellingEntity, { where: { notificationId: id, personId }, order: { step: 'DESC' } });
      if (!row || mine[0] === undefined) throw Problem.notFound('notification', id);
      if (row.acknowledgedBy === personId) return;
      if (row.acknowledgedAt !== null) throw acknowledgedAlready(row.acknowledgedAt);
      if (row.state === 'settled') throw Problem.conflict('notification-settled');
      await this.close(tx, row, personId, mine[0].step);
    });
  }

  /** Read in one window, it is read in all. @throws Problem 404 */
  async read(id: string, personId: string): Promise<void> {
    await transact(this.source, async (tx) => {
      if (!(await tx.existsBy(TellingEntity, { notificationId: id, personId })))
        throw Problem.notFound('notification', id);
      await this.inboxes.lock(tx, [personId]);
      const now = this.clock.now();
      const { affected } = await tx.update(
        TellingEntity,
        { notificationId: id, personId, readAt: IsNull() },
        { readAt: now },
      );
      if (affected) await this.inboxes.change(tx, [personId], 'read', [id], now);
    });
  }

  private async close(tx: EntityManager, row: NotificationEntity, personId: string, toldInStep: number): Promise<void> {
    const now = this.clock.now();
    const { id, step } = row;
    const late = toldInStep < step || row.state === 'unanswered';
    await tx.update(
      NotificationEntity,
      { id },
      { state: 'acknowledged', dueAt: null, acknowledgedBy: personId, acknowledgedAt: now },
    );
    stateChange('notification', id, { state: row.state }, { state: 'acknowledged' });
    await this.inboxes.lock(tx, await this.peopleOf(tx, id));
    await tx.update(TellingEntity, { notificationId: id, personId, readAt: IsNull() }, { readAt: now });
    await tx.update(TellingEntity, { notificationId: id, toldAt: IsNull() }, { withdrawnAt: now });
    await this.inboxes.change(tx, await this.peopleOf(tx, id, true), 'acknowledged', [id], now);
    await writeTrail(tx, id, now, [{ what: 'acknowledged', step, personId, ...(late ? { note: 'late' } : {}) }]);
    await this.outbox.append(tx, NotificationAcknowledgedV1, {
      ...{ ...factsOf(row), personId, acknowledgedAt: now.toISOString(), step, late },
    });
  }

  private async peopleOf(tx: EntityManager, notificationId: string, onlyTold = false): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT DISTINCT person_id AS id FROM notification_telling
        WHERE notification_id = $1 AND (told_at IS NOT NULL OR NOT $2)`,
      [notificationId, onlyTold],
    );
    return rows.map((row) => row.id);
  }

  private async settle(
    tx: EntityManager,
    row: NotificationEntity,
    taken: TakenStep | undefined,
    now: Date,
    otherwise: 'unanswered' | 'unreached',
  ): Promise<void> {
    const change = taken
      ? { step: taken.step, dueAt: taken.dueAt }
      : { step: row.next.length, dueAt: null, state: otherwise };
    if (!taken) await writeTrail(tx, row.id, now, [{ what: 'ended', step: row.next.length, note: otherwise }]);
    await tx.update(NotificationEntity, { id: row.id }, change);
  }
}

/** @throws Problem 400 naming each target that is none, or several at once. */
function requireTargets({ to, next }: NotificationRequest): void {
  const faults = (field: string, targets: NotificationRequest['to']): FieldFault[] =>
    targets.flatMap((target, index) =>
      recipientOf(target) ? [] : [{ field: `${field}.${index}`, code: 'no-single-target' }],
    );
  const all = [...faults('to', to), ...faults('next', next)];
  if (all.length > 0) throw Problem.invalid(all);
}

function acknowledgedAlready(at: Date): Problem {
  return Problem.conflict('notification-acknowledged', {}, { acknowledgedAt: at.toISOString() });
}

async function idOf(tx: EntityManager, request: NotificationRequest): Promise<string> {
  const { purpose, subjectType, subjectId, occasion } = request;
  return (await tx.findOneByOrFail(NotificationEntity, { purpose, subjectType, subjectId, occasion })).id;
}

function factsOf({ id: notificationId, purpose, subjectType, subjectId }: NotificationEntity) {
  return { notificationId, purpose, subjectType, subjectId };
}

function rowOf(request: NotificationRequest, requestedBy: string, requestedAt: Date): NotificationEntity {
  const { purpose, subjectType, subjectId, occasion, urgency, titleZh, titleEn, textZh, textEn } = request;
  return {
    ...{ id: newId(), purpose, subjectType, subjectId, occasion, urgency, titleZh, titleEn, textZh, textEn },
    link: request.link ?? null,
    recipients: request.to,
    next: request.next,
    acknowledgeWithinSeconds: request.acknowledgeWithinSeconds ?? null,
    ...{ step: 0, state: 'open' as const, dueAt: null, requestedBy, requestedAt },
    ...{ acknowledgedBy: null, acknowledgedAt: null },
  };
}
