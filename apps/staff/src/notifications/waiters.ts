import { NotificationMessageRequestedV1, type Urgency } from '#contracts';
import { checkpoint, Outbox } from '#event-bus';
import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Inboxes } from './inboxes.js';
import { digestMessageOf, messageOf, type Wording } from './message.js';
import { Policy } from './policy.js';
import { Teller } from './teller.js';
import { TellingEntity } from './telling.entity.js';
import { flushOf, isOverdue } from './telling.rules.js';
import { writeTrail } from './trail.js';

interface WaitingRow {
  id: string;
  urgency: Urgency;
  owedAt: Date;
  step: number;
  via: string;
  wording: Wording;
}

/** After a downtime everything of hours is worked off within seconds; what comes in them joins one digest. */
const COLLECTING_MS = 5_000;

const WAITING = `
  SELECT t.id, t.urgency, t.owed_at AS "owedAt", t.step, t.via,
         json_build_object('id', n.id, 'urgency', n.urgency, 'titleZh', n.title_zh, 'titleEn', n.title_en,
           'textZh', n.text_zh, 'textEn', n.text_en, 'link', n.link,
           'acknowledgeWithinSeconds', n.acknowledge_within_seconds) AS wording
    FROM notification_telling t JOIN notification n ON n.id = t.notification_id
   WHERE t.person_id = $1 AND t.told_at IS NULL AND t.withdrawn_at IS NULL`;

/** Tells a person what waited for him. His inbox is locked. */
@Injectable()
export class Waiters {
  constructor(
    private readonly teller: Teller,
    private readonly inboxes: Inboxes,
    private readonly policy: Policy,
    private readonly outbox: Outbox,
  ) {}

  async tell(tx: EntityManager, personId: string, now: Date): Promise<void> {
    const waiting: WaitingRow[] = await tx.query(WAITING, [personId]);
    const person = (await this.teller.persons(tx, [personId], now)).get(personId) ?? { onDuty: false, toldLately: [] };
    const { singly, digest, again } = flushOf(waiting, now, person, this.policy);
    const overdue = [...singly, ...digest].some(({ owedAt }) => isOverdue(owedAt, now));
    if (overdue && (await this.beginsCollecting(tx, personId, now))) return;
    checkpoint('notification.waiting');
    for (const each of singly) await this.tellOne(tx, personId, each, now);
    if (digest.length > 0) await this.tellDigest(tx, personId, digest, now);
    await tx.query('UPDATE notification_inbox SET due_at = $2, collecting = false WHERE person_id = $1', [
      personId,
      again,
    ]);
  }

  private async beginsCollecting(tx: EntityManager, personId: string, now: Date): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      'UPDATE notification_inbox SET due_at = $2, collecting = true WHERE person_id = $1 AND NOT collecting',
      [personId, new Date(now.getTime() + COLLECTING_MS)],
    );
    return changed > 0;
  }

  private async tellOne(tx: EntityManager, personId: string, row: WaitingRow, now: Date): Promise<void> {
    await tx.update(TellingEntity, { id: row.id }, { toldAt: now });
    await this.inboxes.change(tx, [personId], 'new', [row.wording.id], now);
    await this.told(tx, personId, row, now, row.via);
    await this.outbox.append(tx, NotificationMessageRequestedV1, messageOf(row.id, personId, row.wording, now));
  }

  private async tellDigest(tx: EntityManager, personId: string, rows: WaitingRow[], now: Date): Promise<void> {
    const digestId = newId();
    const items = rows.map(({ wording }) => wording);
    await tx.update(TellingEntity, { id: In(rows.map(({ id }) => id)) }, { toldAt: now, digestId });
    await this.inboxes.change(
      tx,
      [personId],
      'digest',
      items.map(({ id }) => id),
      now,
    );
    for (const row of rows) await this.told(tx, personId, row, now, `digest, ${row.via}`);
    await this.outbox.append(tx, NotificationMessageRequestedV1, digestMessageOf(digestId, personId, items, now));
  }

  private told(tx: EntityManager, personId: string, row: WaitingRow, now: Date, note: string): Promise<void> {
    return writeTrail(tx, row.wording.id, now, [{ what: 'told', step: row.step, personId, note }]);
  }
}
