import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { PlanCompletion } from '../plans/plan-completion.js';
import { carriesSeries, nextRecurring } from '../plans/schedule.rules.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { visitTask, type TaskOwner } from './new-task.js';
import { TaskHerald } from './task-herald.js';
import { TaskEntity } from './task.entity.js';

/** What the series of a plan is counted from. */
export interface SeriesPlan extends TaskOwner {
  id: string;
  anchoredOn: Day;
  protocolCode: string;
  protocolVersion: number;
}

interface SeriesState {
  goesOn: boolean;
  /** The number of the newest one, whatever became of it. */
  newest: number;
}

const STATE = `
  SELECT count(*) FILTER (WHERE status IN ('planned', 'open')) > 0 AS "goesOn",
         coalesce(max(recurrence), 0)::int AS newest
    FROM task WHERE plan_id = $1 AND recurrence IS NOT NULL`;

/** Keeps the recurring visits of a plan going (FU-2), and ends a plan that has none and no other contact left. */
@Injectable()
export class TaskSeries {
  constructor(
    private readonly protocols: ProtocolsService,
    private readonly herald: TaskHerald,
    private readonly completion: PlanCompletion,
  ) {}

  /** After a task of the plan closed, already stored so. The plan is locked. */
  async carryOn(
    tx: EntityManager,
    plan: SeriesPlan,
    ended: { step: string; recurrence: number | null },
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    await this.continue(tx, plan, ended, occasion, effects);
    await this.completion.endIfOver(tx, plan, occasion, effects);
  }

  /**
   * Makes the next recurring visit when this one, closed already, was the end of the series so far. A last step may
   * close after the series began: when a new version of the protocol added it.
   */
  private async continue(
    tx: EntityManager,
    plan: SeriesPlan,
    ended: { step: string; recurrence: number | null },
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const protocol = await this.protocols.definition(tx, plan.protocolCode, plan.protocolVersion);
    if (!carriesSeries(protocol, ended.step, ended.recurrence)) return;
    const [state] = await prepared<SeriesState>(tx, 'tasks.series', STATE, [plan.id]);
    if (state?.goesOn) return;
    const visit = nextRecurring(protocol, plan.anchoredOn, state?.newest ?? 0, occasion.today);
    if (visit === undefined) return;
    const task = visitTask(plan, visit, occasion);
    await tx.insert(TaskEntity, task);
    if (task.status === 'open') await this.herald.opened(tx, [task], occasion, effects);
  }
}
