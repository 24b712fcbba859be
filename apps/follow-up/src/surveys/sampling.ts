import { Metrics, newId, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, dayOf, momentOf, startOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import { LAPSES_AFTER_DAYS, NewTasks } from '../tasks/new-tasks.js';
import { PrintedSurvey } from './printed-survey.js';
import { isDrawn, reasonAgainst } from './draw.js';
import type { SurveyRuleEntity, SurveyTrigger } from './survey-rule.entity.js';

/** A visit that may be asked about. */
export interface SurveyedVisit {
  encounterId: string;
  patientId: string;
  departmentCode?: string | undefined;
  /** What its days are counted from: the beginning of a visit, the end of a stay. As told, an ISO 8601 text. */
  countedFrom: string;
  /** The patient died in it, as it tells itself. */
  deceased?: boolean;
}

type Rule = Pick<SurveyRuleEntity, 'id' | 'name' | 'questionnaireCode' | 'mode' | 'afterDays' | 'restDays' | 'share'>;

/** By id, so that two visits of one patient meet their rules in one order. */
const RULES = `
  SELECT id, name, questionnaire_code AS "questionnaireCode", mode, after_days AS "afterDays", rest_days AS "restDays", share
    FROM survey_rule
   WHERE active AND share > 0 AND trigger = $1 AND (departments IS NULL OR $2 = ANY (departments))
   ORDER BY id`;

const RECENTLY = `
  SELECT EXISTS (SELECT FROM survey_draw
                  WHERE patient_id = ANY ($1::uuid[]) AND drawn_at >= $2 AND left_out IS NULL AND NOT withdrawn) AS asked`;

/** A draw that was withdrawn with its visit is made again when the visit ends after all. */
const KEEP = `
  INSERT INTO survey_draw (id, rule_id, encounter_id, patient_id, drawn_at, left_out)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (rule_id, encounter_id) DO UPDATE
    SET drawn_at = excluded.drawn_at, left_out = excluded.left_out, withdrawn = false, task_id = NULL
    WHERE survey_draw.withdrawn
  RETURNING id`;

/** Draws visits for surveys, once each a rule, and makes the task that asks (FU-10). */
@Injectable()
export class Sampling {
  private readonly draws;

  constructor(
    private readonly people: PeopleStore,
    private readonly questionnaires: Questionnaires,
    private readonly tasks: NewTasks,
    private readonly printed: PrintedSurvey,
    private readonly chronicle: Chronicle,
    metrics: Metrics,
  ) {
    const help = 'Visits drawn for a survey: asked, or left out for which reason.';
    this.draws = metrics.counter('hospital_follow_up_survey_draws_total', help, ['result']);
  }

  /** @throws RangeError when a visit that is drawn has a date that no hospital means */
  async draw(tx: EntityManager, trigger: SurveyTrigger, visit: SurveyedVisit, occasion: Occasion): Promise<void> {
    const rules = await prepared<Rule>(tx, 'surveys.rules', RULES, [trigger, visit.departmentCode ?? null]);
    const drawing = rules.filter(({ id, share }) => isDrawn(id, visit.encounterId, Number(share)));
    if (drawing.length === 0) return;
    const effects = new Effects();
    for (const rule of drawing) await this.ask(tx, rule, visit, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }

  private async ask(tx: EntityManager, rule: Rule, visit: SurveyedVisit, occasion: Occasion, effects: Effects) {
    const person = await this.people.lock(tx, visit.patientId);
    const published = await this.questionnaires.published(tx, rule.questionnaireCode);
    const { zone, today } = occasion;
    // One dated in the future is asked about after its own day, as plans count it.
    const opensOn = addDays(dayOf(momentOf(visit.countedFrom, zone), zone), rule.afterDays);
    const leftOut = reasonAgainst({
      deceased: person.deceased || (visit.deceased ?? false),
      barredBy: person.barredBy,
      // A history that is loaded late asks nobody about what is years ago.
      longPast: addDays(opensOn, LAPSES_AFTER_DAYS) < today,
      askedRecently: await askedRecently(tx, person.ids, rule, occasion),
      published: published !== undefined,
    });
    const { encounterId, patientId } = visit;
    const values = [newId(), rule.id, encounterId, patientId, occasion.now, leftOut ?? null];
    const [kept]: { id: string }[] = await tx.query(KEEP, values);
    if (!kept) return;
    this.draws.inc({ result: leftOut ?? 'asked' });
    if (leftOut !== undefined || !published) return;
    const { code, version, titleZh: nameZh, titleEn: nameEn } = published;
    const printed = await this.printed.ofStay(tx, encounterId, code);
    if (printed?.status === 'done') return setTask(tx, kept.id, printed.id);
    const task = await this.tasks.open(
      tx,
      {
        ...{ encounterId, patientId, kind: 'survey', step: `survey-${code}`, mode: rule.mode, nameZh, nameEn },
        // What is printed leads to this task, with the version it was printed for.
        questionnaire: { code, version: printed?.questionnaireVersion ?? version },
        ...(opensOn === today ? {} : { opensAt: startOf(opensOn, zone) }),
      },
      occasion,
      effects,
    );
    if (printed?.mode === 'letter') await this.printed.replace(tx, printed, task, occasion, effects);
    await setTask(tx, kept.id, task.id);
  }
}

async function setTask(tx: EntityManager, drawId: string, taskId: string): Promise<void> {
  await tx.query('UPDATE survey_draw SET task_id = $2 WHERE id = $1', [drawId, taskId]);
}

async function askedRecently(
  tx: EntityManager,
  ids: string[],
  { restDays }: Rule,
  { today, zone }: Occasion,
): Promise<boolean> {
  if (restDays === 0) return false;
  const [row]: { asked: boolean }[] = await tx.query(RECENTLY, [ids, startOf(addDays(today, -restDays), zone)]);
  return row?.asked ?? false;
}
