import {
  PersonData,
  sealRows,
  sectionOf,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** For which surveys the person was drawn, and why not asked. */
@PersonData()
export class SurveysPersonData implements PersonDataSource {
  readonly tables = ['survey_draw'];
  readonly withoutPatients = [{ table: 'survey_rule', reason: 'settings' }];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'survey-draws', ['满意度调查抽样', 'Surveys you were drawn for'], DRAWS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [await sealRows(tx, erasure, 'survey_draw', 'patient_id', ids)];
  }
}

const DRAWS = `
  SELECT drawn_at AS "drawnAt", left_out AS "leftOut", withdrawn, task_id AS "taskId", encounter_id AS "encounterId", id
    FROM survey_draw WHERE patient_id = ANY($1::uuid[]) ORDER BY drawn_at DESC, id`;
