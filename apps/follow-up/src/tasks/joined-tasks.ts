import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { TaskHerald } from './task-herald.js';
import { TaskListeners, type TaskListener } from './task-listener.js';
import { TaskSeries } from './task-series.js';
import { TaskEntity } from './task.entity.js';

const PART = `
  UPDATE task SET joined_to = NULL, deadline_at = $2, version = version + 1 WHERE joined_to = $1 AND status = 'planned'`;

/** The contacts that another one stands for (FU-3): done counts for both, and what never will be done frees them. */
@Injectable()
export class JoinedTasks implements TaskListener, OnModuleInit {
  constructor(
    private readonly listeners: TaskListeners,
    private readonly herald: TaskHerald,
    private readonly series: TaskSeries,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async onClosed(tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    if (task.status === 'done') await this.completeWith(tx, task, occasion, effects);
    // The calendar places each where its own days say.
    else await tx.query(PART, [task.id, occasion.now]);
  }

  /** As it was completed itself. `lockTask` has locked their plans. */
  private async completeWith(tx: EntityManager, done: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    const joined = await tx.find(TaskEntity, {
      where: { joinedTo: done.id, status: 'planned' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (joined.length === 0) return;
    const { status, outcome, completedAt, completedBy, completedByName, closedAt } = done;
    const plans = await tx.findBy(PlanEntity, { id: In(joined.map(({ planId }) => planId)) });
    for (const task of joined) {
      const same = { status, outcome, completedAt, completedBy, completedByName, closedAt, version: task.version + 1 };
      await tx.update(TaskEntity, { id: task.id }, same);
      const row = { ...task, ...same };
      await this.herald.completed(tx, row, occasion, effects);
      const plan = plans.find(({ id }) => id === task.planId);
      if (plan) await this.series.carryOn(tx, plan, row, occasion, effects);
    }
  }
}
