import { Clock, currentContext, Problem, stateChange, stateReason, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TaskEntity } from '../tasks/task.entity.js';
import type { Task } from '../tasks/tasks.dto.js';
import { forgetHandOut } from './hand-outs.js';
import { presentTask } from '../tasks/tasks.query.js';
import type { GiveBack } from './queue.dto.js';

/** A nurse gives a task out of her hand without having called (FU-7). */
@Injectable()
export class GivingBack {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 when she does not have it */
  giveBack(id: string, { reason, note }: GiveBack): Promise<Task> {
    return transact(this.source, async (tx) => {
      const task = await tx.findOne(TaskEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!task) throw Problem.notFound('task', id);
      const nurse = currentContext()?.actor?.id;
      const { claimedBy, claimedUntil, status } = task;
      const isHers = claimedBy === nurse && claimedUntil !== null && claimedUntil > this.clock.now();
      if (!isHers || status !== 'open') throw Problem.conflict('task-not-in-hand');
      const assignedTo = task.assignedTo === nurse ? null : task.assignedTo;
      const after = { ...task, assignedTo, claimedBy: null, claimedUntil: null, givenBackBy: nurse };
      await tx.update(TaskEntity, { id }, after);
      await forgetHandOut(tx, id, claimedBy);
      stateReason(reason);
      // What is written of the patient stands where the audit withholds it from who may not know.
      stateChange('task', id, presentTask(task), { ...presentTask(after), note: note ?? task.note });
      return presentTask(after);
    });
  }
}
