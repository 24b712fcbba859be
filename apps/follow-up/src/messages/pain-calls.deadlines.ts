import { checkpoint } from '#event-bus';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PatientLinkEntity } from '../patient-pages/patient-link.entity.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { PainCalls } from './pain-calls.js';

const LINK = 'SELECT link.id, link.call_at AS "dueAt" FROM patient_link link JOIN task ON task.id = link.task_id';
/** Plan, task and link, none of them waited for: who answers right now holds them in that order. */
const OF_PLANS = `
  ${LINK} JOIN plan ON plan.id = task.plan_id
   WHERE link.call_at <= $1 AND link.id <> ALL($3::uuid[])
   ORDER BY link.call_at LIMIT $2
     FOR UPDATE OF plan, task, link SKIP LOCKED`;
const OUTSIDE_PLANS = `
  ${LINK} WHERE link.call_at <= $1 AND task.plan_id IS NULL AND link.id <> ALL($3::uuid[])
   ORDER BY link.call_at LIMIT $2
     FOR UPDATE OF task, link SKIP LOCKED`;

/** No answer to a pain request in time becomes a call (FU-4). */
@Injectable()
export class PainCallDeadlines implements DeadlineSource {
  readonly name = 'follow-up.pain-call';
  readonly anyDue = 'EXISTS (SELECT FROM patient_link WHERE call_at <= $1)';

  constructor(
    private readonly config: FollowUpConfig,
    private readonly calls: PainCalls,
    private readonly chronicle: Chronicle,
  ) {}

  async claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    const ofPlans: DueRow[] = await tx.query(OF_PLANS, [now, limit, except]);
    if (ofPlans.length === limit) return ofPlans;
    const others: DueRow[] = await tx.query(OUTSIDE_PLANS, [now, limit - ofPlans.length, except]);
    return [...ofPlans, ...others];
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'patient_link', 'call_at', now);
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    const link = await tx.findOneByOrFail(PatientLinkEntity, { id });
    const task = await tx.findOneByOrFail(TaskEntity, { id: link.taskId });
    // Closed tasks take their links along; one that has lapsed by now is as good as closed.
    if (task.status !== 'open') {
      await tx.update(PatientLinkEntity, { id }, { callAt: null });
      return;
    }
    const occasion = occasionAt(now, this.config.hospitalZone);
    const effects = new Effects();
    await this.calls.open(tx, link, task, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
    checkpoint('pain-call.opened');
  }
}
