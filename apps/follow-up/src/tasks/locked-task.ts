import { Problem } from '#platform';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../plans/plan.entity.js';
import { TaskEntity } from './task.entity.js';
import { allowedFrom } from './task.rules.js';

export interface LockedTask {
  task: TaskEntity;
  plan: PlanEntity | null;
}

/** The plan first, as everyone who changes tasks does. @throws Problem 404 */
export async function lockTask(tx: EntityManager, id: string): Promise<LockedTask> {
  const found = await tx.findOne(TaskEntity, { where: { id }, select: { id: true, planId: true } });
  if (!found) throw Problem.notFound('task', id);
  const mode = { lock: { mode: 'pessimistic_write' } } as const;
  const plan =
    found.planId === null ? null : await tx.findOneOrFail(PlanEntity, { where: { id: found.planId }, ...mode });
  return { plan, task: await tx.findOneOrFail(TaskEntity, { where: { id }, ...mode }) };
}

export function notOpen(task: TaskEntity): Problem {
  return Problem.conflict(
    'task-not-open',
    { status: task.status },
    { taskStatus: task.status, allowed: allowedFrom(task.status) },
  );
}
