import { FollowUpMessageRequestedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import type { Effects } from '../plans/chronicle.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { dayAt } from './night.rules.js';
import { TaskFinishing } from './task-finishing.js';

/** Sends what a protocol wants said and not asked: advice on recovering, drugs, habits (FU-11). */
@Injectable()
export class AdviceByMessage {
  constructor(
    private readonly config: FollowUpConfig,
    private readonly finishing: TaskFinishing,
  ) {}

  /** The task has just opened; asking for its message is all there is to do. Its step names the approved text. */
  async send(tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    const { id, patientId, planId, step, recurrence, lapsesOn } = task;
    const template = recurrence === null ? step : step.replace(/-\d+$/, '');
    const morning = dayAt(occasion, this.config.educationAt);
    if (planId !== null) effects.line({ planId, what: 'message-requested', step, reason: template });
    effects.event(FollowUpMessageRequestedV1, {
      ...{ purpose: 'follow-up.advice', patientId, subjectType: 'task', subjectId: id },
      ...{ occasion: `opened-${task.version}`, template, variables: {}, urgent: false },
      // A window opens at midnight.
      ...(morning > occasion.now ? { notBefore: morning.toISOString() } : {}),
      ...(lapsesOn === null ? {} : { expiresAt: startOf(addDays(lapsesOn, 1), occasion.zone).toISOString() }),
    });
    await this.finishing.finish(tx, task, 'sent', occasion, effects);
  }
}
