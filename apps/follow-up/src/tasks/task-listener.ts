import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import type { TaskEntity } from './task.entity.js';

type Heard = (tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects) => Promise<void>;

/**
 * Who must do something when a task opens or closes, in the transaction that does it; throwing undoes it. `task` is the
 * row as it now stands. What a listener wants told goes into `effects`; it calls nobody outside.
 */
export interface TaskListener {
  /** The task can be done from now on: again, too, after a readmission that turned out to be none. */
  onOpened?: Heard;
  /** A task is done, lapsed or cancelled; one long past lapses without having been open. */
  onClosed?: Heard;
  /** An open task waits again (`planned`): its plan is paused, or another contact stands for it (FU-3). */
  onSetAside?: Heard;
}

/** The listeners of this service, which add themselves in `onModuleInit`. */
@Injectable()
export class TaskListeners {
  private readonly listeners: TaskListener[] = [];

  add(listener: TaskListener): void {
    this.listeners.push(listener);
  }

  async tell(
    what: keyof TaskListener,
    tx: EntityManager,
    tasks: readonly TaskEntity[],
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    for (const task of tasks) {
      for (const listener of this.listeners) await listener[what]?.(tx, task, occasion, effects);
    }
  }
}
