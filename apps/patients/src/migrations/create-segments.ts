import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 52: the indexes make a count of a few conditions a matter of a second for a million people. */
export class CreateSegments1766400000152 implements MigrationInterface {
  readonly name = 'CreateSegments1766400000152';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const indexes = ['person_segment', 'encounter_diagnosis_prefixes', 'encounter_began', 'encounter_department'];
    await runner.query(`DROP INDEX ${indexes.join(', ')}`);
    await runner.query('DROP FUNCTION diagnosis_prefixes');
    await runner.query('DROP TABLE segment');
  }
}

const STATEMENTS = [
  `CREATE TABLE segment (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    filter jsonb NOT NULL,
    version int NOT NULL,
    created_by text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`,
  // What most conditions ask of a person, without the wide row.
  `CREATE INDEX person_segment ON person (id) INCLUDE (sex, birth_date, deceased, allowed_purposes, states)
    WHERE merged_into IS NULL`,
  `CREATE FUNCTION diagnosis_prefixes(diagnoses jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT left(upper(d ->> 'code'), n)), '{}')
      FROM jsonb_array_elements(diagnoses) d, generate_series(1, 8) n WHERE d ->> 'code' <> ''
  $$`,
  'CREATE INDEX encounter_diagnosis_prefixes ON encounter USING gin (diagnosis_prefixes(diagnoses))',
  'CREATE INDEX encounter_began ON encounter (began_at) INCLUDE (patient_id, status, class)',
  'CREATE INDEX encounter_department ON encounter (department_code, began_at) INCLUDE (patient_id, status, class)',
];
