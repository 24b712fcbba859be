import {
  LONG_ROWS_AT_ONCE,
  PersonData,
  readRows,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

const TABLES = ['result_text', 'result_version', 'result'];

/** Results: part of the medical record, in the person's package as they hold. */
@PersonData()
export class ResultsPersonData implements PersonDataSource {
  readonly tables = TABLES;
  readonly withoutPatients = [{ table: 'sensitive_term', reason: 'words for tests and drugs' }];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    const rows = readRows(
      tx,
      `SELECT result.kind, result.status, result.code, result.name, result.order_number AS "orderNumber",
              result.observed_at AS "observedAt", result.reported_at AS "reportedAt", result.abnormality,
              result.observations, result.impression,
              told.text || coalesce((SELECT string_agg(more.text, '' ORDER BY part) FROM result_text more
                                      WHERE more.version_id = told.id), '') AS text
         FROM result LEFT JOIN result_version told ON told.id = result.text_version
        WHERE result.patient_id = ANY ($1::uuid[]) ORDER BY result.observed_at, result.id`,
      [ids],
      LONG_ROWS_AT_ONCE,
    );
    return Promise.resolve([{ name: 'results', title: { 'zh-CN': '检查检验结果', en: 'Results' }, rows }]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const outcomes: ErasureOutcome[] = [];
    for (const table of TABLES) outcomes.push(await sealRows(tx, erasure, table, 'patient_id', ids));
    return outcomes;
  }
}
