import { Clock, Metrics, Problem, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { SETTLEMENT_SHEET } from '../patient-pages/link.rules.js';
import { PatientLinks } from '../patient-pages/patient-links.js';
import { PeopleStore, type LockedPerson } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import type { QuestionnaireEntity } from '../questionnaires/questionnaire.entity.js';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import { hasAnswers } from '../responses/answered-tasks.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { PrintedSurvey, SHEET_DAYS, SHEET_SURVEY } from './printed-survey.js';
import type { SurveyLink } from './survey-links.dto.js';

interface Stay {
  encounterId: string;
  patientId: string;
  status: string;
}

const STAY = `
  SELECT encounter_id AS "encounterId", patient_id AS "patientId", status FROM stay WHERE encounter_id = $1`;

/** Gives out the link of the discharge survey, for the settlement sheet 出院结算单 (FU-10, ADR 80). */
@Injectable()
export class SurveyLinksService {
  private readonly given;

  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly questionnaires: Questionnaires,
    private readonly printed: PrintedSurvey,
    private readonly links: PatientLinks,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
    metrics: Metrics,
  ) {
    const help = 'Links of the discharge survey given out for settlement sheets.';
    this.given = metrics.counter('hospital_follow_up_survey_links_total', help);
  }

  /**
   * Each call gives a link of its own; those printed before stay good until one is answered.
   * @throws Problem 404 for no such stay; 409 when nobody may or need be asked, with the reason as its code
   */
  async give(encounterId: string): Promise<SurveyLink> {
    const link = await transact(this.source, async (tx) => {
      const { patientId } = await stayOf(tx, encounterId);
      const person = await this.people.lock(tx, patientId);
      stateSubject(patientId);
      // Read again: what was told of the stay meanwhile waited for the same person.
      const stay = await stayOf(tx, encounterId);
      requireMayBeAsked(stay, person);
      const published = await this.questionnaires.published(tx, SHEET_SURVEY);
      if (!published) throw Problem.conflict('survey-not-published', { code: SHEET_SURVEY });
      return this.linkTo(tx, stay, published);
    });
    this.given.inc();
    return link;
  }

  private async linkTo(tx: EntityManager, stay: Stay, published: QuestionnaireEntity): Promise<SurveyLink> {
    const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
    const effects = new Effects();
    const { patientId, encounterId } = stay;
    const asked = await this.printed.ofStay(tx, encounterId, SHEET_SURVEY);
    if (asked) await requireUnanswered(tx, asked);
    const task = asked ?? (await this.printed.open(tx, { encounterId, patientId }, published, occasion, effects));
    const questionnaire = { code: SHEET_SURVEY, version: task.questionnaireVersion ?? published.version };
    const expiresAt = startOf(addDays(occasion.today, SHEET_DAYS + 1), occasion.zone);
    const terms = { purpose: SETTLEMENT_SHEET, patientId, taskId: task.id, questionnaire, expiresAt };
    const url = await this.links.issue(tx, terms);
    await this.chronicle.write(tx, effects, occasion);
    return { patientId, taskId: task.id, url, expiresAt: expiresAt.toISOString() };
  }
}

async function stayOf(tx: EntityManager, encounterId: string): Promise<Stay> {
  const [stay]: Stay[] = await tx.query(STAY, [encounterId]);
  if (!stay) throw Problem.notFound('stay', encounterId);
  return stay;
}

function requireMayBeAsked({ status }: Stay, { deceased, barredBy }: LockedPerson): void {
  if (deceased) throw Problem.conflict('patient-deceased');
  if (barredBy) throw Problem.conflict('patient-unwilling', {}, { reason: barredBy });
  if (status === 'cancelled') throw Problem.conflict('stay-cancelled');
}

/** The answers of a stay are taken once, and who refused is not asked again; whoever was not reached may still answer. */
async function requireUnanswered(tx: EntityManager, { id, outcome }: TaskEntity): Promise<void> {
  if (outcome === 'refused' || (await hasAnswers(tx, id))) throw Problem.conflict('survey-over');
}
