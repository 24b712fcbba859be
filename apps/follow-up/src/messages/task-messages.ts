import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { PatientLinks } from '../patient-pages/patient-links.js';
import type { Effects } from '../plans/chronicle.js';
import { hasAnswers } from '../responses/answered-tasks.js';
import { TaskListeners, type TaskListener } from '../tasks/task-listener.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { AdviceByMessage } from './advice-by-message.js';
import { AskedByLink } from './asked-by-link.js';
import { PainCalls } from './pain-calls.js';

/** Sends what tasks are to ask by a message, and takes links back when their task is over (FU-4, FU-7). */
@Injectable()
export class TaskMessages implements TaskListener, OnModuleInit {
  constructor(
    private readonly listeners: TaskListeners,
    private readonly asked: AskedByLink,
    private readonly advice: AdviceByMessage,
    private readonly links: PatientLinks,
    private readonly painCalls: PainCalls,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async onOpened(tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    if (task.mode !== 'form' && task.mode !== 'message') return;
    if (task.questionnaireCode !== null) await this.asked.ask(tx, task, occasion, effects);
    else if (task.mode === 'message') await this.advice.send(tx, task, occasion, effects);
  }

  /** One that lapsed has outlived its link, which says so itself. */
  async onClosed(tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    if (task.status === 'lapsed') return;
    const reason = task.closeReason ?? task.status;
    if (await isUnanswered(tx, task)) await this.links.revokeUnprinted(tx, task.id, reason, occasion.now);
    else await this.links.revokeOfTask(tx, task.id, reason, occasion.now);
    if (task.status === 'done') await this.painCalls.onDone(tx, task, occasion, effects);
  }

  async onSetAside(tx: EntityManager, task: TaskEntity, { now }: Occasion): Promise<void> {
    await this.links.revokeOfTask(tx, task.id, 'set-aside', now);
  }
}

/** Nobody was reached, or nothing was answered: what is printed for the patient is good for its days all the same (FU-10). */
async function isUnanswered(tx: EntityManager, { id, kind, status, outcome }: TaskEntity): Promise<boolean> {
  if (kind !== 'survey' || status !== 'done' || outcome === 'refused') return false;
  return !(await hasAnswers(tx, id));
}
