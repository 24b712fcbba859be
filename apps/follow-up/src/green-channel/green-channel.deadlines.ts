import { checkpoint } from '#event-bus';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { GreenChannelCaseEntity } from './green-channel-case.entity.js';
import { tellEscalated } from './green-channel-effects.js';
import { GreenChannelClosing } from './green-channel.closing.js';

/** Both rows, as in the calendar of tasks: the plan before the case, and none of them waited for. */
const OF_PLANS = `
  SELECT found.id, found.due_at AS "dueAt" FROM green_channel_case found JOIN plan ON plan.id = found.plan_id
   WHERE found.due_at <= $1 AND found.id <> ALL($3::uuid[])
   ORDER BY found.due_at LIMIT $2
     FOR UPDATE OF found SKIP LOCKED FOR KEY SHARE OF plan SKIP LOCKED`;
const OUTSIDE_PLANS = `
  SELECT id, due_at AS "dueAt" FROM green_channel_case
   WHERE due_at <= $1 AND plan_id IS NULL AND id <> ALL($3::uuid[])
   ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** No doctor called in time: the director is told, once each time (FU-4). */
@Injectable()
export class GreenChannelDeadlines implements DeadlineSource {
  readonly name = 'follow-up.green-channel';
  readonly anyDue = 'EXISTS (SELECT FROM green_channel_case WHERE due_at <= $1)';

  constructor(
    private readonly config: FollowUpConfig,
    private readonly people: PeopleStore,
    private readonly closing: GreenChannelClosing,
    private readonly chronicle: Chronicle,
  ) {}

  async claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    const ofPlans: DueRow[] = await tx.query(OF_PLANS, [now, limit, except]);
    if (ofPlans.length === limit) return ofPlans;
    const others: DueRow[] = await tx.query(OUTSIDE_PLANS, [now, limit - ofPlans.length, except]);
    return [...ofPlans, ...others];
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'green_channel_case', 'due_at', now);
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    const found = await tx.findOneByOrFail(GreenChannelCaseEntity, { id });
    const effects = new Effects();
    checkpoint('green-channel.escalating');
    if (await this.people.isDeceased(tx, await this.people.idsOf(found.patientId, tx)))
      await this.closing.close(tx, found, { outcome: 'deceased' }, now, effects);
    else await this.escalate(tx, found, now, effects);
    await this.chronicle.write(tx, effects, occasionAt(now, this.config.hospitalZone));
    checkpoint('green-channel.escalated');
  }

  private async escalate(tx: EntityManager, found: GreenChannelCaseEntity, now: Date, effects: Effects): Promise<void> {
    await tx.update(GreenChannelCaseEntity, { id: found.id }, { dueAt: null, escalatedAt: now });
    tellEscalated(effects, found, now, this.config.greenChannelMinutes);
  }
}
