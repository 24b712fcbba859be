import { TaskLapsedV1, TaskOpenedV1 } from '#contracts';
import type { Effects } from '../plans/chronicle.js';
import type { TaskEntity } from './task.entity.js';

/** What the events of a task say about it. */
export type TaskIdentity = Pick<TaskEntity, 'id' | 'planId' | 'patientId' | 'encounterId' | 'step'>;

export function factsOf({ id, planId, patientId, encounterId, step }: TaskIdentity) {
  return { taskId: id, ...(planId === null ? {} : { planId }), patientId, encounterId, step };
}

/** Records that the calendar opened a task or let it lapse. */
export function recordStanding(effects: Effects, task: TaskIdentity, status: 'open' | 'lapsed'): void {
  const [what, type] =
    status === 'open' ? (['task-opened', TaskOpenedV1] as const) : (['task-lapsed', TaskLapsedV1] as const);
  if (task.planId !== null) effects.line({ planId: task.planId, what, step: task.step });
  effects.event(type, factsOf(task));
}
