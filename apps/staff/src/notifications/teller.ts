import { NotificationMessageRequestedV1 } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Inboxes } from './inboxes.js';
import { messageOf } from './message.js';
import { NotificationEntity } from './notification.entity.js';
import { Policy } from './policy.js';
import { AS_THE_HOSPITAL, channelsFor, type Channel } from './preferences.rules.js';
import { preferencesOfAll } from './preferences.store.js';
import { Recipients, type Reached } from './recipients.js';
import { recipientOf } from './target.rules.js';
import { TellingEntity } from './telling.entity.js';
import { isOverdue, whenToTell, type Person } from './telling.rules.js';
import { toldNote, writeTrail, type TrailLine } from './trail.js';

/** A step that found somebody. */
export interface TakenStep {
  step: number;
  personIds: string[];
  /** When the next are told unless somebody acknowledges; null when nobody has to. */
  dueAt: Date | null;
}

interface Telling extends Reached {
  id: string;
  owedAt: Date;
  toldAt: Date | null;
  channels: readonly Channel[];
  /** When his inbox is looked at again. */
  wakeAt: Date;
}

/** Of whom nothing is known. */
export const UNKNOWN: Person = { onDuty: false, preferences: AS_THE_HOSPITAL, toldLately: [] };

/** Tells the people of one step, or lets them wait until they may be told. The notification's row is locked. */
@Injectable()
export class Teller {
  constructor(
    private readonly recipients: Recipients,
    private readonly inboxes: Inboxes,
    private readonly policy: Policy,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes the steps from `from` on until one finds somebody; undefined when none does.
   * @param owedAt when this was to happen: long ago, if the service was down
   * @param earlier people whose inboxes the caller is going to change too
   */
  async advance(
    tx: EntityManager,
    notification: NotificationEntity,
    from: number,
    { owedAt, now, earlier = [] }: { owedAt: Date; now: Date; earlier?: string[] },
  ): Promise<TakenStep | undefined> {
    for (let step = from; step <= notification.next.length; step += 1) {
      const targets = step === 0 ? notification.recipients : notification.next.slice(step - 1, step);
      const recipients = targets.flatMap((target) => recipientOf(target) ?? []);
      const people = await this.recipients.find(tx, recipients, now);
      if (people.length === 0) {
        await writeTrail(tx, notification.id, now, [{ what: 'nobody-there', step }]);
        continue;
      }
      await this.inboxes.lock(tx, [...earlier, ...people.map(({ personId }) => personId)]);
      const tellings = await this.plan(tx, notification, people, owedAt, now);
      await this.write(tx, notification, step, tellings, now);
      const first = Math.min(...tellings.map(({ wakeAt }) => wakeAt.getTime()));
      const within = notification.acknowledgeWithinSeconds;
      const dueAt = within === null ? null : new Date(Math.max(first, now.getTime()) + within * 1000);
      return { step, personIds: people.map(({ personId }) => personId), dueAt };
    }
    return undefined;
  }

  private async plan(
    tx: EntityManager,
    { urgency }: NotificationEntity,
    people: Reached[],
    owedAt: Date,
    now: Date,
  ): Promise<Telling[]> {
    const persons = await this.persons(
      tx,
      people.map(({ personId }) => personId),
      now,
    );
    return people.map((reached) => {
      const person = persons.get(reached.personId) ?? UNKNOWN;
      const channels = channelsFor(urgency, person.preferences);
      const owed = whenToTell(urgency, owedAt, person, this.policy);
      if (isOverdue(owed, now)) return { ...reached, id: newId(), owedAt: owed, toldAt: null, wakeAt: now, channels };
      const at = whenToTell(urgency, now, person, this.policy);
      const toldAt = at <= now ? now : null;
      return { ...reached, id: newId(), owedAt: toldAt === null ? at : owed, toldAt, wakeAt: at, channels };
    });
  }

  /** What decides when each of these people is told. */
  async persons(tx: EntityManager, ids: string[], now: Date): Promise<Map<string, Person>> {
    const since = new Date(now.getTime() - this.policy.stormWindowSeconds * 1000);
    const onDuty = await this.recipients.onDutyNow(tx, now);
    const told = await this.inboxes.toldSince(tx, ids, since);
    const preferences = await preferencesOfAll(tx, ids);
    return new Map(
      ids.map((id) => [id, { onDuty: onDuty.has(id), preferences: preferences(id), toldLately: told.get(id) ?? [] }]),
    );
  }

  private async write(
    tx: EntityManager,
    notification: NotificationEntity,
    step: number,
    tellings: Telling[],
    now: Date,
  ): Promise<void> {
    const { id: notificationId, urgency } = notification;
    const rows = tellings.map(({ id, personId, via, owedAt, toldAt, channels }) => ({
      ...{ id, notificationId, personId, step, via, urgency, owedAt, toldAt, channels },
      ...{ digestId: null, withdrawnAt: null, readAt: null },
    }));
    await tx.insert(TellingEntity, rows);
    const told = tellings.filter(({ toldAt }) => toldAt !== null);
    const by = (channel: Channel) => told.filter(({ channels }) => channels.includes(channel));
    const toldIds = by('console').map(({ personId }) => personId);
    await this.inboxes.change(tx, toldIds, 'new', [notificationId], now);
    for (const each of tellings.filter(({ toldAt }) => toldAt === null))
      await this.inboxes.wake(tx, [each.personId], each.wakeAt);
    await writeTrail(
      tx,
      notificationId,
      now,
      tellings.map(({ personId, via, toldAt, channels }): TrailLine => {
        if (toldAt === null) return { what: 'waits', step, personId, note: via };
        return { what: 'told', step, personId, note: toldNote(via, channels) };
      }),
    );
    const drafts = by('message').map(({ id, personId }): Draft => ({
      type: NotificationMessageRequestedV1,
      data: messageOf(id, personId, notification, now),
    }));
    await this.outbox.appendAll(tx, drafts);
  }
}
