import { PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource, sectionOf } from '#platform';
import type { EntityManager } from 'typeorm';

const STAFF = 'about members of the staff only';

/** Notifications about a patient: the words go, who was told and who acknowledged stays. */
@PersonData()
export class NotificationsPersonData implements PersonDataSource {
  readonly tables = ['notification', 'notification_trail'];

  readonly withoutPatients = [
    'account',
    'staff_member',
    'staff_term',
    'weekly_duty',
    'duty_shift',
    'duty_substitute',
    'login_session',
    'refresh_token',
    'login_attempt',
    'password_history',
    'notification_telling',
    'notification_change',
    'notification_inbox',
    'notification_preference',
  ].map((table) => ({ table, reason: STAFF }));

  /** Those that name the person: asked for about them, or by a link or text that holds their id. */
  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    const parts = ids.map((id) => `%${id}%`);
    return Promise.resolve([
      sectionOf(tx, 'notifications', ['员工收到的通知', 'Notifications to staff'], NOTIFICATIONS, ids, parts),
      sectionOf(tx, 'notification-trail', ['通知的经过', 'What became of them'], TRAIL, ids, parts),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const rows: { id: string; requestedAt: Date }[] = await tx.query(NAMED, [ids, ids.map((id) => `%${id}%`)]);
    const named = rows.map(({ id }) => id);
    const messages = await this.emptyMessages(tx, rows);
    // While a message is not published, its notification is still found by whom it names.
    if (messages.waiting) return [messages];
    await tx.query(EMPTIED, [named]);
    const [, notes]: [unknown, number] = await tx.query(
      'UPDATE notification_trail SET note = NULL WHERE notification_id = ANY ($1::uuid[]) AND note IS NOT NULL',
      [named],
    );
    return [
      messages,
      { table: 'notification', removed: 0, emptied: named.length, kept: 0 },
      { table: 'notification_trail', removed: 0, emptied: notes, kept: 0 },
    ];
  }

  /** The words go out to the people by events under their own keys; digests name several notifications. */
  private async emptyMessages(tx: EntityManager, named: { id: string; requestedAt: Date }[]): Promise<ErasureOutcome> {
    const none = { table: 'outbox', removed: 0, emptied: 0, kept: 0 };
    if (named.length === 0) return none;
    const since = new Date(Math.min(...named.map(({ requestedAt }) => requestedAt.getTime())));
    const values = [named.map(({ id }) => id), since];
    const [unpublished]: { count: number }[] = await tx.query(
      `SELECT count(*)::int AS count FROM outbox WHERE published_at IS NULL AND ${MESSAGES}`,
      values,
    );
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE outbox SET event = json_build_object('id', id, 'type', subject, 'time', occurred_at)
        WHERE published_at IS NOT NULL AND ${MESSAGES}`,
      values,
    );
    return { ...none, emptied, waiting: unpublished?.count ?? 0 };
  }
}

const NAMING = `(n.subject_id = ANY($1::text[]) OR n.occasion LIKE ANY($2::text[]) OR n.link LIKE ANY($2::text[])
    OR concat_ws(' ', n.title_zh, n.title_en, n.text_zh, n.text_en) LIKE ANY($2::text[]))`;

const NOTIFICATIONS = `
  SELECT n.requested_at AS "requestedAt", n.title_zh || ' ' || n.title_en AS title, n.text_zh || ' ' || n.text_en AS text,
         n.purpose, n.urgency, n.state, n.acknowledged_at AS "acknowledgedAt", n.requested_by AS "requestedBy", n.id
    FROM notification n WHERE ${NAMING} ORDER BY n.requested_at DESC, n.id`;

const TRAIL = `
  SELECT trail.at, trail.what, trail.note, trail.notification_id AS "notificationId"
    FROM notification_trail trail JOIN notification n ON n.id = trail.notification_id
   WHERE ${NAMING} ORDER BY trail.id DESC`;

const MESSAGES = `occurred_at >= $2 AND subject = 'staff.notification.message-requested.v1'
  AND event::jsonb -> 'data' -> 'notificationIds' ?| $1::text[]`;

const NAMED = `SELECT n.id, n.requested_at AS "requestedAt" FROM notification n WHERE ${NAMING} FOR UPDATE`;

/** Who was told and who acknowledged stays; nobody is told any more. */
const EMPTIED = `
  UPDATE notification SET title_zh = '', title_en = '', text_zh = '', text_en = '', link = NULL, subject_id = id::text,
         occasion = id::text, due_at = NULL, state = CASE state WHEN 'open' THEN 'unanswered' ELSE state END
   WHERE id = ANY ($1::uuid[])`;
