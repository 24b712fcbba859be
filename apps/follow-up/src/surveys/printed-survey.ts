import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import type { QuestionnaireEntity } from '../questionnaires/questionnaire.entity.js';
import { UNTOUCHED } from '../tasks/new-task.js';
import { TaskHerald } from '../tasks/task-herald.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { deadlineOf } from '../tasks/task.rules.js';

/** The survey that the settlement sheet 出院结算单 leads to (FU-10). */
export const SHEET_SURVEY = 'discharged-satisfaction';
/** Days on which a printed link can be answered: paper lies about longer than a message. */
export const SHEET_DAYS = 30;

/** What asks of one stay already; locked, so that an answer and a draw come one after another. */
const OF_STAY = `
  SELECT id FROM task
   WHERE kind = 'survey' AND encounter_id = $1 AND questionnaire_code = $2 AND plan_id IS NULL AND status <> 'cancelled'
   ORDER BY id FOR UPDATE`;
const HAND_OVER = `
  UPDATE patient_link SET task_id = $2
   WHERE task_id = $1 AND answered_at IS NULL AND revoked_at IS NULL`;
const REPLACED = `
  UPDATE task SET status = 'cancelled', close_reason = 'drawn', closed_at = $2, deadline_at = NULL, version = version + 1
   WHERE id = $1`;

/** One asking a stay, however it is asked: on paper, by a message, or by a call (FU-10). */
@Injectable()
export class PrintedSurvey {
  constructor(private readonly herald: TaskHerald) {}

  /** The newest asking of the stay that was not called off. The person is locked. */
  async ofStay(tx: EntityManager, encounterId: string, code: string): Promise<TaskEntity | undefined> {
    const rows: { id: string }[] = await tx.query(OF_STAY, [encounterId, code]);
    const newest = rows.at(-1);
    return newest && tx.findOneByOrFail(TaskEntity, { id: newest.id });
  }

  /** A letter in the patient's hands: nobody calls, and it is no work that is due. */
  async open(
    tx: EntityManager,
    stay: { encounterId: string; patientId: string },
    { code, version, titleZh: nameZh, titleEn: nameEn }: QuestionnaireEntity,
    occasion: Occasion,
    effects: Effects,
  ): Promise<TaskEntity> {
    const { today, zone } = occasion;
    const days = { opensOn: today, opensAt: null, lapsesOn: addDays(today, SHEET_DAYS) };
    const task: TaskEntity = {
      ...{ ...UNTOUCHED, ...days, ...stay, id: newId(), planId: null, skill: null, recurrence: null },
      ...{ kind: 'survey', mode: 'letter', step: `survey-${code}`, nameZh, nameEn, status: 'open' },
      ...{ questionnaireCode: code, questionnaireVersion: version, dueOn: null, dueAt: null, letterSentOn: today },
      deadlineAt: deadlineOf('open', days, zone),
    };
    await tx.insert(TaskEntity, task);
    await this.herald.opened(tx, [task], occasion, effects);
    return task;
  }

  /** The stay was drawn: what is printed leads to the drawn asking from now on. */
  async replace(tx: EntityManager, printed: TaskEntity, by: TaskEntity, occasion: Occasion, effects: Effects) {
    await tx.query(HAND_OVER, [printed.id, by.id]);
    await tx.query(REPLACED, [printed.id, occasion.now]);
    await this.herald.cancelled(tx, [printed.id], occasion, effects);
  }
}
