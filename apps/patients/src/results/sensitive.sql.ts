/**
 * SQL: (department, sensitive) as `about`, of a row named `row` with patient_id and visit_number. The list of what is
 * sensitive is asked when it is read, so that a new term covers what is there already (PT-9, ADR 61).
 * @param codes SQL of the codes; @param words SQL of the names
 */
export function aboutVisit(row: string, codes: string, words: string): string {
  return `LEFT JOIN LATERAL (SELECT id, department_code, status FROM encounter
       WHERE patient_id = ANY ($1::uuid[]) AND visit_number = ${row}.visit_number ORDER BY id LIMIT 1) visit ON true
     CROSS JOIN LATERAL (SELECT coalesce(is_sensitive(${codes}, ${words}, visit.department_code), false) AS sensitive) about`;
}

/** SQL: a column that those who may not see what is sensitive find empty, also to filter and sort by. */
export function veiled(column: string, seesSensitive: boolean, instead = 'NULL'): string {
  return seesSensitive ? column : `CASE WHEN about.sensitive THEN ${instead} ELSE ${column} END`;
}
