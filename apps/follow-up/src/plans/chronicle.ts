import type { EventClass } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { currentContext, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';

export const TRAIL_EVENTS = [
  'created',
  'paused',
  'resumed',
  'ended',
  'task-opened',
  'task-attempted',
  'letter-sent',
  'task-completed',
  'task-lapsed',
  'task-escalated',
  'message-requested',
  'answered',
  'unanswered',
  'green-channel-opened',
  'green-channel-repeated',
  'green-channel-acknowledged',
  'green-channel-seen',
  'green-channel-called',
  'green-channel-escalated',
  'green-channel-closed',
  'green-channel-reopened',
  'green-channel-merged',
  'green-channel-parted',
  'pain-score-corrected',
  'task-joined',
  'task-parted',
  'redated',
] as const;
export type TrailEvent = (typeof TRAIL_EVENTS)[number];

export interface TrailLine {
  planId: string;
  what: TrailEvent;
  step?: string;
  reason?: string;
  note?: string;
}

/** What a transaction did, collected so that it is written and announced in two statements. */
export class Effects {
  readonly trail: TrailLine[] = [];
  readonly events: Draft[] = [];

  line(line: TrailLine): void {
    this.trail.push(line);
  }

  event<T extends object>(type: EventClass<T>, data: T): void {
    this.events.push({ type, data });
  }
}

/** Writes what happened to plans: into their trail, and into the outbox for everyone else. */
@Injectable()
export class Chronicle {
  constructor(private readonly outbox: Outbox) {}

  async write(tx: EntityManager, effects: Effects, { now, cause }: Occasion): Promise<void> {
    const { trail } = effects;
    if (trail.length > 0) {
      const actor = currentContext()?.actor;
      await prepared(
        tx,
        'plans.trail',
        `INSERT INTO plan_trail (plan_id, at, what, step, reason, note, actor_id, actor_name, cause)
         SELECT plan_id, $6, what, step, reason, note, $7, $8, $9
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
             WITH ORDINALITY AS line (plan_id, what, step, reason, note, position) ORDER BY position`,
        [
          trail.map((line) => line.planId),
          trail.map((line) => line.what),
          trail.map((line) => line.step ?? null),
          trail.map((line) => line.reason ?? null),
          trail.map((line) => line.note ?? null),
          now,
          actor?.id ?? null,
          actor?.name || null,
          cause ?? null,
        ],
      );
    }
    await this.outbox.appendAll(tx, effects.events);
  }
}
