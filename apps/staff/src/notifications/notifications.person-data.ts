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
    const [rows, emptied]: [{ id: string }[], number] = await tx.query(
      `UPDATE notification SET title_zh = '', title_en = '', text_zh = '', text_en = '', link = NULL,
              subject_id = id::text, due_at = NULL,
              state = CASE state WHEN 'open' THEN 'unanswered' ELSE state END
        WHERE subject_id = ANY ($1::text[]) OR occasion LIKE ANY ($2::text[]) OR link LIKE ANY ($2::text[])
           OR concat_ws(' ', title_zh, title_en, text_zh, text_en) LIKE ANY ($2::text[])
        RETURNING id`,
      [ids, ids.map((id) => `%${id}%`)],
    );
    const [, notes]: [unknown, number] = await tx.query(
      'UPDATE notification_trail SET note = NULL WHERE notification_id = ANY ($1::uuid[]) AND note IS NOT NULL',
      [rows.map(({ id }) => id)],
    );
    return [
      { table: 'notification', removed: 0, emptied, kept: 0 },
      { table: 'notification_trail', removed: 0, emptied: notes, kept: 0 },
    ];
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
