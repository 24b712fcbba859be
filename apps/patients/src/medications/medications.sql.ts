import { aboutVisit, veiled } from '../results/sensitive.sql.js';

/**
 * SQL: the drugs of the records in `$1` as the reader may see them.
 */
export function medicationsOf(seesSensitive: boolean): string {
  const seen = (column: string) => `${veiled(`medication.${column}`, seesSensitive)} AS ${column}`;
  const codes = `CASE WHEN medication.code IS NULL THEN '{}' ELSE ARRAY[medication.code] END`;
  return `SELECT medication.id, medication.patient_id, visit.id AS encounter_id, medication.order_number,
      medication."use", medication.stop_reason, medication.stopped_at, medication.starts_at, medication.ends_at,
      medication.dispensed_at, medication.reported_at, about.sensitive,
      about.sensitive AND NOT ${seesSensitive} AS withheld,
      ${['code', 'name', 'dose', 'dose_unit', 'form', 'route', 'frequency', 'instructions'].map(seen).join(', ')},
      ${['quantity', 'quantity_unit', 'refills', 'doctor_code', 'doctor_name'].map(seen).join(', ')},
      visit.status AS visit_status
    FROM medication ${aboutVisit('medication', codes, `coalesce(medication.name, '')`)}
   WHERE medication.patient_id = ANY ($1::uuid[])`;
}

/**
 * SQL: whether a drug of a query named `medication` is taken at the moment `now`: not stopped, begun, not used up; what
 * was ordered for the ward only while the stay goes on.
 */
export function isCurrent(now: string): string {
  return `(medication.stopped_at IS NULL AND medication.starts_at <= ${now}
    AND (medication.ends_at IS NULL OR medication.ends_at > ${now})
    AND NOT (coalesce(medication."use", '') = 'inpatient'
             AND coalesce(medication.visit_status, '') IN ('finished', 'cancelled')))`;
}
