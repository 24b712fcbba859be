import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
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

/** Keeps the recurring visits of a plan going (FU-2). */
@Injectable()
export class TaskSeries {
  constructor(
    private readonly protocols: ProtocolsService,
    private readonly herald: TaskHerald,
  ) {}

  /** Makes the next recurring visit when this one was the end of the series so far. The plan is locked. */
  async carryOn(
    tx: EntityManager,
    plan: SeriesPlan,
    ended: { step: string; recurrence: number | null },
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const protocol = await this.protocols.definition(tx, plan.protocolCode, plan.protocolVersion);
    if (!carriesSeries(protocol, ended.step, ended.recurrence)) return;
    const visit = nextRecurring(protocol, plan.anchoredOn, ended.recurrence ?? 0, occasion.today);
    if (visit === undefined) return;
    const task = visitTask(plan, visit, occasion);
    await tx.insert(TaskEntity, task);
    if (task.status === 'open') await this.herald.opened(tx, [task], occasion, effects);
  }
}
