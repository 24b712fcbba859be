import { aboutVisit, veiled } from './sensitive.sql.js';

/** Characters of a text that lists show. */
export const EXCERPT = 2_000;

/** SQL: the results of the records in `$1` as the reader may see them. */
export function resultsOf(seesSensitive: boolean): string {
  const seen = (column: string, instead?: string) => veiled(column, seesSensitive, instead);
  return `SELECT result.id, result.patient_id, visit.id AS encounter_id, result.kind, result.status, result.order_number,
      result.placer_number, result.observed_at, result.reported_at, result.text_version, about.sensitive,
      about.sensitive AND NOT ${seesSensitive} AS withheld,
      ${seen('result.code')} AS code, ${seen('result.name')} AS name, ${seen('result.section')} AS section,
      ${seen('result.abnormality')} AS abnormality, ${seen('result.observations', `'[]'::jsonb`)} AS observations,
      ${seen('result.impression')} AS impression, result.version
    FROM result ${aboutVisit('result', 'result.codes', 'result.words')}
   WHERE result.patient_id = ANY ($1::uuid[])`;
}
