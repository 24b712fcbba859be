import { Problem } from '#platform';
import type { EntityManager } from 'typeorm';
import { PlanEntity } from '../plans/plan.entity.js';
import { TaskEntity } from './task.entity.js';
import { allowedFrom } from './task.rules.js';

export interface LockedTask {
  task: TaskEntity;
  plan: PlanEntity | null;
}

/** The plans first, as everyone who changes tasks does: its own and those of what it stands for. @throws Problem 404 */
export async function lockTask(tx: EntityManager, id: string): Promise<LockedTask> {
  const plans = await lockPlansOf(tx, id);
  const task = await tx.findOne(TaskEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!task) throw Problem.notFound('task', id);
  return { plan: plans.find((each) => each.id === task.planId) ?? null, task };
}

/** In the order of their ids, so that two such locks never wait for each other. */
function lockPlansOf(tx: EntityManager, taskId: string): Promise<PlanEntity[]> {
  return tx
    .createQueryBuilder(PlanEntity, 'plan')
    .where('plan.id IN (SELECT task.plan_id FROM task WHERE task.id = :taskId OR task.joined_to = :taskId)', { taskId })
    .orderBy('plan.id')
    .setLock('pessimistic_write')
    .getMany();
}

export function notOpen(task: TaskEntity): Problem {
  return Problem.conflict(
    'task-not-open',
    { status: task.status },
    { taskStatus: task.status, allowed: allowedFrom(task.status) },
  );
}
