import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PatientLinkEntity } from '../patient-pages/patient-link.entity.js';
import type { Effects } from '../plans/chronicle.js';
import { NewTasks } from '../tasks/new-tasks.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { isNight } from './night.rules.js';
import { TaskCancelling } from './task-cancelling.js';

/** Calls in place of answers that did not come (FU-4): whichever is first, answer or call, ends the other. */
@Injectable()
export class PainCalls {
  constructor(
    private readonly config: FollowUpConfig,
    private readonly tasks: NewTasks,
    private readonly cancelling: TaskCancelling,
  ) {}

  /** Nobody answered in time: somebody calls. Plan, task and link are locked, the task is open. */
  async open(
    tx: EntityManager,
    link: PatientLinkEntity,
    task: TaskEntity,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const skill = isNight(occasion, this.config) ? this.config.nightDeskSkill : '';
    const call = await this.tasks.open(
      tx,
      {
        ...{
          patientId: task.patientId,
          encounterId: task.encounterId,
          planId: task.planId,
          kind: 'pain',
          mode: 'call',
        },
        // A link that was issued again may go unanswered again; a step is unique in its plan.
        step: `pain-call-${link.id.replaceAll('-', '')}`,
        ...{ nameZh: '疼痛评分电话（未回复短信）', nameEn: 'Call for the pain score: no answer to the message' },
        questionnaire: { code: link.questionnaireCode, version: link.questionnaireVersion },
        ...{ skill: skill === '' ? null : skill, dueAt: occasion.now },
      },
      occasion,
      effects,
    );
    if (task.planId !== null) effects.line({ planId: task.planId, what: 'unanswered', step: task.step });
    await tx.update(PatientLinkEntity, { id: link.id }, { callAt: null, callTaskId: call.id });
  }

  /** The patient answered after all: nobody has to call any more. */
  async answered(tx: EntityManager, { callTaskId }: PatientLinkEntity, occasion: Occasion, effects: Effects) {
    if (callTaskId !== null) await this.cancelling.cancel(tx, callTaskId, 'answered', occasion, effects);
  }

  /** A call was made: what was asked by the message needs no answer any more. */
  async onDone(tx: EntityManager, call: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    if (call.outcome !== 'reached') return;
    const link = await tx.findOneBy(PatientLinkEntity, { callTaskId: call.id });
    if (link?.answeredAt === null) await this.cancelling.cancel(tx, link.taskId, 'called', occasion, effects);
  }
}
