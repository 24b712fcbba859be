import { NotificationMessageRequestedV1, type Urgency } from '#contracts';
import { checkpoint, Outbox } from '#event-bus';
import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Inboxes } from './inboxes.js';
import { digestMessageOf, messageOf, type Wording } from './message.js';
import { Policy } from './policy.js';
import { channelsFor, type Channel } from './preferences.rules.js';
import { Teller, UNKNOWN } from './teller.js';
import { TellingEntity } from './telling.entity.js';
import { flushOf, isOverdue, type Person } from './telling.rules.js';
import { toldNote, writeTrail } from './trail.js';

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
    const person = (await this.teller.persons(tx, [personId], now)).get(personId) ?? UNKNOWN;
    const { singly, digest, again } = flushOf(waiting, now, person, this.policy);
    const overdue = [...singly, ...digest].some(({ owedAt }) => isOverdue(owedAt, now));
    if (overdue && (await this.beginsCollecting(tx, personId, now))) return;
    checkpoint('notification.waiting');
    for (const each of singly) await this.tellOne(tx, personId, person, each, now);
    if (digest.length > 0) await this.tellDigest(tx, personId, person, digest, now);
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

  private async tellOne(
    tx: EntityManager,
    personId: string,
    { preferences }: Person,
    row: WaitingRow,
    now: Date,
  ): Promise<void> {
    const channels = channelsFor(row.urgency, preferences);
    await tx.update(TellingEntity, { id: row.id }, { toldAt: now, channels });
    await this.told(tx, personId, row, now, toldNote(row.via, channels));
    if (channels.includes('console')) await this.inboxes.change(tx, [personId], 'new', [row.wording.id], now);
    if (channels.includes('message'))
      await this.outbox.append(tx, NotificationMessageRequestedV1, messageOf(row.id, personId, row.wording, now));
  }

  /** The digest of each channel has what the person wants to hear of by that one. */
  private async tellDigest(
    tx: EntityManager,
    personId: string,
    { preferences }: Person,
    rows: WaitingRow[],
    now: Date,
  ): Promise<void> {
    const digestId = newId();
    for (const row of rows) {
      const channels = channelsFor(row.urgency, preferences);
      await tx.update(TellingEntity, { id: row.id }, { toldAt: now, digestId, channels });
      await this.told(tx, personId, row, now, toldNote(`digest, ${row.via}`, channels));
    }
    const by = (channel: Channel) =>
      rows.filter(({ urgency }) => channelsFor(urgency, preferences).includes(channel)).map(({ wording }) => wording);
    const [live, sent] = [by('console').map(({ id }) => id), by('message')];
    if (live.length > 0) await this.inboxes.change(tx, [personId], 'digest', live, now);
    const [only, ...others] = sent;
    if (!only) return;
    const message =
      others.length === 0 ? messageOf(digestId, personId, only, now) : digestMessageOf(digestId, personId, sent, now);
    await this.outbox.append(tx, NotificationMessageRequestedV1, message);
  }

  private told(tx: EntityManager, personId: string, row: WaitingRow, now: Date, note: string): Promise<void> {
    return writeTrail(tx, row.wording.id, now, [{ what: 'told', step: row.step, personId, note }]);
  }
}
