import type { TaskEntity } from './task.entity.js';

/** What the events of a task say about it. */
export type TaskIdentity = Pick<TaskEntity, 'id' | 'planId' | 'patientId' | 'encounterId' | 'step'>;

export function factsOf({ id, planId, patientId, encounterId, step }: TaskIdentity) {
  return {
    taskId: id,
    ...(planId === null ? {} : { planId }),
    patientId,
    ...(encounterId === null ? {} : { encounterId }),
    step,
  };
}
