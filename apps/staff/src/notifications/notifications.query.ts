import { bindTo, ListReading, Problem, type ListQuery, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { NotificationEntity } from './notification.entity.js';
import type { InboxItem, NotificationDetail, NotificationTrailLine } from './notifications.dto.js';
import { INBOX } from './inbox.list.js';
import { TellingEntity } from './telling.entity.js';

interface ItemRow {
  id: string;
  tellingId: string;
  toldAt: Date;
  requestedAt: Date;
  dueAt: Date | null;
  acknowledgedAt: Date | null;
  readAt: Date | null;
}

type Row = ItemRow & Omit<InboxItem, keyof ItemRow | 'acknowledgeBy'>;

/** Columns of an item, of a notification `n` and the telling `t` of one person. */
export const ITEM = `
  n.id, t.id AS "tellingId", n.purpose, n.subject_type AS "subjectType", n.subject_id AS "subjectId", n.urgency,
  n.title_zh AS "titleZh", n.title_en AS "titleEn", n.text_zh AS "textZh", n.text_en AS "textEn", n.link, n.state,
  n.step, n.requested_at AS "requestedAt", n.due_at AS "dueAt", t.told_at AS "toldAt", t.digest_id AS "digestId",
  n.acknowledged_by AS "acknowledgedBy", n.acknowledged_at AS "acknowledgedAt", t.read_at AS "readAt"`;

/** Only the last telling of several of one notification. */
const LAST = `NOT EXISTS (SELECT 1 FROM notification_telling later WHERE later.notification_id = t.notification_id
  AND later.person_id = t.person_id AND later.told_at IS NOT NULL AND later.step > t.step)`;

/** What a person was told. */
@Injectable()
export class NotificationsQuery {
  constructor(private readonly source: DataSource) {}

  /** The caller as somebody to tell: the member his account belongs to, else the account itself. */
  async personOf(accountId: string): Promise<string> {
    if (!isUUID(accountId)) throw Problem.notFound('account', accountId);
    const rows: { person: string }[] = await this.source.query(
      'SELECT coalesce(member_id, id) AS person FROM account WHERE id = $1',
      [accountId],
    );
    return rows[0]?.person ?? accountId;
  }

  /** Each notification once, the newest first unless sorted otherwise. */
  async inbox(personId: string, query: ListQuery): Promise<Page<InboxItem>> {
    const reading = new ListReading(INBOX, query);
    const values: unknown[] = [personId];
    const conditions = ['t.person_id = $1', 't.told_at IS NOT NULL', LAST, ...reading.conditions(bindTo(values))];
    const rows: (Row & { position: string[] })[] = await this.source.query(
      `SELECT ${ITEM}, ${reading.positionSql} AS position
         FROM notification_telling t JOIN notification n ON n.id = t.notification_id
        WHERE ${conditions.join(' AND ')} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return reading.page(
      rows.map(({ position: _, ...row }) => present(row)),
      rows.map(({ position }) => position),
    );
  }

  /** With its trail, for somebody it was told, or whoever may send. @throws Problem 404 */
  async detail(id: string, personId: string, maySeeAll: boolean): Promise<NotificationDetail> {
    const row = await this.source.manager.findOneBy(NotificationEntity, { id });
    const mine = maySeeAll || (await this.source.manager.existsBy(TellingEntity, { notificationId: id, personId }));
    if (!row || !mine) throw Problem.notFound('notification', id);
    const lines: (Omit<NotificationTrailLine, 'at'> & { at: Date })[] = await this.source.query(
      `SELECT at, what, step, person_id AS "personId", note FROM notification_trail
        WHERE notification_id = $1 ORDER BY id`,
      [id],
    );
    const { recipients: to, dueAt, requestedAt, acknowledgedAt, ...rest } = row;
    return {
      ...rest,
      to,
      requestedAt: requestedAt.toISOString(),
      acknowledgeBy: dueAt?.toISOString() ?? null,
      acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
      trail: lines.map((line) => ({ ...line, at: line.at.toISOString() })),
    };
  }
}

export function present({ tellingId: _, dueAt, ...row }: Row): InboxItem {
  return {
    ...row,
    toldAt: row.toldAt.toISOString(),
    requestedAt: row.requestedAt.toISOString(),
    acknowledgeBy: dueAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    readAt: row.readAt?.toISOString() ?? null,
  };
}
