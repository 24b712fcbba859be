import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { TaskHerald } from '../tasks/task-herald.js';
import { TaskSeries } from '../tasks/task-series.js';
import { TaskEntity } from '../tasks/task.entity.js';

/** Takes back single tasks that have become needless, while their plan goes on. */
@Injectable()
export class TaskCancelling {
  constructor(
    private readonly herald: TaskHerald,
    private readonly series: TaskSeries,
  ) {}

  /** Of one that is no longer open nothing changes. The plan is locked. */
  async cancel(tx: EntityManager, id: string, reason: string, occasion: Occasion, effects: Effects): Promise<void> {
    const [cancelled]: [{ id: string }[], number] = await tx.query(
      `UPDATE task SET status = 'cancelled', close_reason = $2, closed_at = $3, deadline_at = NULL, version = version + 1
        WHERE id = $1 AND status IN ('planned', 'open') RETURNING id`,
      [id, reason, occasion.now],
    );
    if (cancelled.length === 0) return;
    await this.herald.cancelled(tx, [id], occasion, effects);
    const task = await tx.findOneByOrFail(TaskEntity, { id });
    if (task.planId === null) return;
    const plan = await tx.findOneByOrFail(PlanEntity, { id: task.planId });
    await this.series.carryOn(tx, plan, task, occasion, effects);
  }
}
