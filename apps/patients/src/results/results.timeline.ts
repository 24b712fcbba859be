import { medicationsOf } from '../medications/medications.sql.js';
import { resultsOf } from './results.sql.js';

/**
 * SQL: results as entries of a timeline; what a laboratory took back before anybody had heard of it is none.
 * @param which condition on the kind of result
 */
export function resultEntries(kind: 'result' | 'imaging', which: string, seesSensitive: boolean): string {
  return `SELECT '${kind}:' || entry.id AS id, '${kind}' AS kind, observed_at AS at, patient_id,
      coalesce(code, '') AS what, name AS title,
      CASE WHEN status = 'withdrawn' THEN status WHEN withheld THEN NULL ELSE abnormality END AS outcome, encounter_id,
      entry.id AS subject_id
    FROM (${resultsOf(seesSensitive)}) entry WHERE ${which} AND NOT (status = 'withdrawn' AND version = 1)`;
}

/** SQL: drugs as entries of a timeline. They ask for no moment: whether somebody takes them now is told elsewhere. */
export function medicationEntries(seesSensitive: boolean): string {
  return `SELECT 'medication:' || entry.id AS id, 'medication' AS kind, starts_at AS at, patient_id,
      coalesce(code, '') AS what, name AS title, coalesce(stop_reason, "use") AS outcome, encounter_id, entry.id AS subject_id
    FROM (${medicationsOf(seesSensitive)}) entry`;
}
