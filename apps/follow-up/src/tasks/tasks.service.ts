import { Clock, currentContext, type Page, Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { TaskHerald } from './task-herald.js';
import { TaskSeries } from './task-series.js';
import { TaskEntity } from './task.entity.js';
import { allowedFrom, mayBecome } from './task.rules.js';
import type { CompleteTask, Task, TasksQuery } from './tasks.dto.js';
import { presentTask, taskPage } from './tasks.query.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly series: TaskSeries,
    private readonly herald: TaskHerald,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  async list(query: TasksQuery): Promise<Page<Task>> {
    const patientIds = query.patientId === undefined ? undefined : await this.people.idsOf(query.patientId);
    return taskPage(this.source.manager, query, patientIds);
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Task> {
    const task = await this.source.manager.findOneBy(TaskEntity, { id });
    if (!task) throw Problem.notFound('task', id);
    return presentTask(task);
  }

  /** Records how an open task ended. @throws Problem 404; 409 when it is not open; 412 when it changed since. */
  complete(id: string, version: number, result: CompleteTask): Promise<Task> {
    return transact(this.source, async (tx) => {
      const { task, plan } = await lock(tx, id);
      if (!mayBecome(task.status, 'done')) throw notOpen(task);
      requireVersion(task.version, version);
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      const done = finished(task, result, occasion);
      await tx.update(TaskEntity, { id }, done);
      await this.record(tx, done, plan, occasion);
      stateChange('task', id, presentTask(task), presentTask(done));
      return presentTask(done);
    });
  }

  private async record(
    tx: EntityManager,
    task: TaskEntity,
    plan: PlanEntity | null,
    occasion: Occasion,
  ): Promise<void> {
    const effects = new Effects();
    await this.herald.completed(tx, task, occasion, effects);
    if (plan) await this.series.carryOn(tx, plan, task, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }
}

/** The plan first, as everyone who changes tasks does. @throws Problem 404 */
async function lock(tx: EntityManager, id: string): Promise<{ task: TaskEntity; plan: PlanEntity | null }> {
  const found = await tx.findOne(TaskEntity, { where: { id }, select: { id: true, planId: true } });
  if (!found) throw Problem.notFound('task', id);
  const mode = { lock: { mode: 'pessimistic_write' } } as const;
  const plan =
    found.planId === null ? null : await tx.findOneOrFail(PlanEntity, { where: { id: found.planId }, ...mode });
  return { plan, task: await tx.findOneOrFail(TaskEntity, { where: { id }, ...mode }) };
}

function notOpen(task: TaskEntity): Problem {
  return Problem.conflict(
    'task-not-open',
    { status: task.status },
    {
      taskStatus: task.status,
      allowed: allowedFrom(task.status),
    },
  );
}

function finished(task: TaskEntity, { outcome, note }: CompleteTask, { now }: Occasion): TaskEntity {
  const actor = currentContext()?.actor;
  return {
    ...task,
    status: 'done',
    outcome,
    note: note ?? null,
    completedAt: now,
    completedBy: actor?.id ?? null,
    completedByName: actor?.name || null,
    deadlineAt: null,
    closedAt: now,
    version: task.version + 1,
  };
}
