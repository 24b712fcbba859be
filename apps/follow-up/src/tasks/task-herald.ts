import { TaskCancelledV1, TaskCompletedV1, TaskLapsedV1, TaskOpenedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { factsOf } from './task-events.js';
import { TaskListeners } from './task-listener.js';
import { TaskEntity } from './task.entity.js';

/** Says that tasks opened or closed: to the trail of their plan, to other services, and to listeners here. */
@Injectable()
export class TaskHerald {
  constructor(private readonly listeners: TaskListeners) {}

  async opened(tx: EntityManager, tasks: readonly TaskEntity[], occasion: Occasion, effects: Effects): Promise<void> {
    for (const task of tasks) {
      if (task.planId !== null) effects.line({ planId: task.planId, what: 'task-opened', step: task.step });
      effects.event(TaskOpenedV1, factsOf(task));
    }
    await this.listeners.tell('onOpened', tx, tasks, occasion, effects);
  }

  async lapsed(tx: EntityManager, tasks: readonly TaskEntity[], occasion: Occasion, effects: Effects): Promise<void> {
    for (const task of tasks) {
      if (task.planId !== null) effects.line({ planId: task.planId, what: 'task-lapsed', step: task.step });
      effects.event(TaskLapsedV1, factsOf(task));
    }
    await this.listeners.tell('onClosed', tx, tasks, occasion, effects);
  }

  async completed(tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    const outcome = String(task.outcome);
    const note = task.note === null ? {} : { note: task.note };
    const line = { what: 'task-completed', step: task.step, reason: outcome, ...note } as const;
    if (task.planId !== null) effects.line({ planId: task.planId, ...line });
    effects.event(TaskCompletedV1, { ...factsOf(task), outcome, completedAt: occasion.now.toISOString() });
    await this.listeners.tell('onClosed', tx, [task], occasion, effects);
  }

  /** Of tasks outside plans: those of a plan close with it, which follow-up.plan.ended.v1 tells. */
  async cancelled(tx: EntityManager, ids: readonly string[], occasion: Occasion, effects: Effects): Promise<void> {
    const tasks = await rowsOf(tx, ids);
    for (const task of tasks) {
      effects.event(TaskCancelledV1, { ...factsOf(task), reason: task.closeReason ?? task.status });
    }
    await this.listeners.tell('onClosed', tx, tasks, occasion, effects);
  }

  /** Tasks that were open closed with their plan. */
  async closed(tx: EntityManager, ids: readonly string[], occasion: Occasion, effects: Effects): Promise<void> {
    await this.listeners.tell('onClosed', tx, await rowsOf(tx, ids), occasion, effects);
  }

  /** Tasks that were open wait again. */
  async setAside(tx: EntityManager, ids: readonly string[], occasion: Occasion, effects: Effects): Promise<void> {
    await this.listeners.tell('onSetAside', tx, await rowsOf(tx, ids), occasion, effects);
  }
}

async function rowsOf(tx: EntityManager, ids: readonly string[]): Promise<TaskEntity[]> {
  return ids.length === 0 ? [] : tx.find(TaskEntity, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
}
