import { currentContext, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { startOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { Questionnaires, type QuestionnaireVersion } from '../questionnaires/questionnaires.service.js';
import { ResponsesService } from '../responses/responses.service.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import type { GivenAnswers } from './attempts.dto.js';

/** Answers that a nurse took down while she did a task (FU-8). */
@Injectable()
export class AttemptAnswers {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly responses: ResponsesService,
  ) {}

  /**
   * @param isLate the task went its way without them: when it has answers by now, these are kept beside it (ADR 77)
   * @returns their id. @throws Problem 400 when nothing is asked, another version is, or the answers are wrong
   */
  async record(
    tx: EntityManager,
    task: TaskEntity,
    answers: GivenAnswers,
    occasion: Occasion,
    effects: Effects,
    isLate = false,
  ): Promise<string> {
    const isBeside = isLate && (await hasAnswers(tx, task));
    const questionnaire = await this.asked(tx, task, answers.version, occasion);
    const actor = currentContext()?.actor;
    const { id } = await this.responses.record(
      tx,
      {
        questionnaire,
        patientId: task.patientId,
        encounterId: task.encounterId ?? undefined,
        planId: task.planId ?? undefined,
        ...(isBeside ? { besideTaskId: task.id } : { taskId: task.id }),
        channel: channelOf(task),
        items: answers.items,
        itemsAt: '/answers/items',
        answeredBy: actor ? { id: actor.id, name: actor.name } : null,
      },
      occasion,
      effects,
    );
    return id;
  }

  /** The version that the task asks; when it names none, the one the nurse had before her, else the newest. */
  private async asked(tx: EntityManager, task: TaskEntity, version: number | undefined, { zone }: Occasion) {
    const { questionnaireCode: code, questionnaireVersion: named } = task;
    if (code === null) throw Problem.invalid([{ field: 'answers', code: 'nothing-asked' }]);
    if (named !== null && version !== undefined && version !== named) {
      throw Problem.invalid([{ field: 'answers.version', code: 'other-version-asked', params: { version: named } }]);
    }
    const asked = named ?? version ?? (await this.questionnaires.published(tx, code))?.version;
    if (asked === undefined) throw Problem.invalid([{ field: 'answers', code: 'nothing-asked' }]);
    if (named === null) await this.requireCurrent(tx, { code, version: asked }, openedAt(task, zone));
    return { code, version: asked };
  }

  /** A nurse may have begun with a version that was replaced meanwhile, not with one that never was the task's. */
  private async requireCurrent(tx: EntityManager, { code, version }: QuestionnaireVersion, since: Date): Promise<void> {
    const { status, retiredAt } = await this.questionnaires.version(tx, { code, version });
    if (retiredAt !== null && retiredAt < since)
      throw Problem.conflict('questionnaire-not-asked', { code, version, status });
  }
}

async function hasAnswers(tx: EntityManager, { id, questionnaireCode }: TaskEntity): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `SELECT FROM questionnaire_response WHERE task_id = $1 AND questionnaire_code = $2 AND status = 'completed'`,
    [id, questionnaireCode],
  );
  return found.length > 0;
}

function openedAt({ opensAt, opensOn }: TaskEntity, zone: string): Date {
  return opensAt ?? startOf(opensOn, zone);
}

function channelOf({ mode, kind }: TaskEntity) {
  if (mode === 'letter') return 'letter';
  return kind === 'in-hospital-care' ? 'on-site' : 'phone';
}
