import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { TaskHerald } from '../tasks/task-herald.js';
import { TaskSeries } from '../tasks/task-series.js';
import { TaskEntity } from '../tasks/task.entity.js';
import type { TaskOutcome } from '../tasks/task.rules.js';

/** Ends tasks that no nurse worked on: the patient answered, or the message is on its way. */
@Injectable()
export class TaskFinishing {
  constructor(
    private readonly herald: TaskHerald,
    private readonly series: TaskSeries,
  ) {}

  /** The plan and the task are locked, the task is open. */
  async finish(
    tx: EntityManager,
    task: TaskEntity,
    outcome: TaskOutcome,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const { now } = occasion;
    const closing = { status: 'done', outcome, completedAt: now, deadlineAt: null, closedAt: now } as const;
    const done: TaskEntity = { ...task, ...closing, version: task.version + 1 };
    await tx.update(TaskEntity, { id: task.id }, { ...closing, version: done.version });
    await this.herald.completed(tx, done, occasion, effects);
    if (task.planId === null) return;
    const plan = await tx.findOneByOrFail(PlanEntity, { id: task.planId });
    await this.series.carryOn(tx, plan, done, occasion, effects);
  }
}
