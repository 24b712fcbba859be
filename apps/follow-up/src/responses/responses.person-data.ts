import {
  PersonData,
  readRows,
  sealRows,
  sectionOf,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';
import { confidentialIn, placedItems, type QuestionnaireDefinition } from '../questionnaires/questionnaire.rules.js';
import { shownItems, type ResponseItem } from './answer.rules.js';

/** Whoever makes a package may not read of gifts: who may hands it to the person (docs/operations.md). */
const WITHHELD =
  '保密答复，由有权查看的人员通过保密渠道另行提供 Answered in confidence: given to you apart, by those who may read it';

/**
 * What a person answered, what it counted, and what it set going. What was answered in confidence is named and withheld,
 * and so are the flags of it.
 */
@PersonData()
export class ResponsesPersonData implements PersonDataSource {
  readonly tables = ['response_flag', 'response_score', 'questionnaire_response'];
  readonly withoutPatients = [{ table: 'questionnaire', reason: 'settings' }];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      {
        name: 'follow-up-answers',
        title: { 'zh-CN': '问卷答复', en: 'Answers to questionnaires' },
        rows: openAnswers(tx, ids),
      },
      sectionOf(tx, 'follow-up-answer-scores', ['问卷得分', 'Scores of answers'], SCORES, ids),
      sectionOf(tx, 'follow-up-answer-flags', ['答复触发的事项', 'What answers set going'], FLAGS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const responses: { id: string }[] = await tx.query(
      'SELECT id FROM questionnaire_response WHERE patient_id = ANY ($1::uuid[])',
      [ids],
    );
    const theirs = responses.map(({ id }) => id);
    return [
      await sealRows(tx, erasure, 'response_flag', 'response_id', theirs),
      await sealRows(tx, erasure, 'response_score', 'response_id', theirs),
      await sealRows(tx, erasure, 'questionnaire_response', 'patient_id', ids),
    ];
  }
}

async function* openAnswers(tx: EntityManager, ids: readonly string[]): AsyncGenerator<Record<string, unknown>, void> {
  for await (const { definition, ...row } of readRows(tx, RESPONSES, [ids])) {
    const confidential = confidentialIn(placedItems(definition as QuestionnaireDefinition));
    yield { ...row, items: shownItems(row['items'] as ResponseItem[], confidential, WITHHELD) };
  }
}

const RESPONSES = `
  SELECT response.recorded_at AS "recordedAt", questionnaire.title_zh || ' ' || questionnaire.title_en AS questionnaire,
         response.questionnaire_version AS "questionnaireVersion", response.channel, response.items, questionnaire.definition,
         response.score,
         response.status, response.department_code AS "departmentCode", response.recorded_by_name AS "recordedBy",
         response.amends, response.task_id AS "taskId", response.plan_id AS "planId",
         response.encounter_id AS "encounterId", response.id
    FROM questionnaire_response response
    JOIN questionnaire ON questionnaire.code = response.questionnaire_code
                      AND questionnaire.version = response.questionnaire_version
   WHERE response.patient_id = ANY($1::uuid[]) ORDER BY response.recorded_at DESC, response.id`;

const SCORES = `
  SELECT score.response_id AS "responseId", score.link_id AS "linkId", score.kind, score.score
    FROM response_score score JOIN questionnaire_response response ON response.id = score.response_id
   WHERE response.patient_id = ANY($1::uuid[]) ORDER BY response.recorded_at DESC, response.id, score.link_id`;

const FLAGS = `
  SELECT flag.raised_at AS "raisedAt", flag.kind, flag.flag, flag.link_ids AS "linkIds", flag.response_id AS "responseId",
         flag.id
    FROM response_flag flag JOIN questionnaire_response response ON response.id = flag.response_id
   WHERE response.patient_id = ANY($1::uuid[]) AND flag.kind <> 'gift' ORDER BY flag.raised_at DESC, flag.id`;
