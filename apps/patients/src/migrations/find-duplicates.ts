import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Probable duplicates (PT-3). Everybody there is already is due for a check. */
export class FindDuplicates1766400000053 implements MigrationInterface {
  readonly name = 'FindDuplicates1766400000053';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duplicate_check');
    await runner.query('DROP TABLE duplicate_pair');
    await runner.query('DROP INDEX person_name_and_birth');
  }
}

const STATEMENTS = [
  // The second reading is the pinyin of the whole name (people/name-search.ts); names in letters have none.
  `CREATE INDEX person_name_and_birth ON person ((coalesce(name_readings[2], name_text)), birth_date)
    WHERE merged_into IS NULL AND length(birth_date) = 10`,
  `CREATE TABLE duplicate_pair (
    id uuid PRIMARY KEY,
    one_id uuid NOT NULL REFERENCES person,
    other_id uuid NOT NULL REFERENCES person,
    state text NOT NULL CHECK (state IN ('open', 'dismissed', 'merged', 'closed')),
    score int NOT NULL,
    reasons text[] NOT NULL,
    found_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by text,
    decision_reason text,
    UNIQUE (one_id, other_id),
    CHECK (one_id < other_id)
  )`,
  'CREATE INDEX duplicate_pair_other ON duplicate_pair (other_id)',
  `CREATE INDEX duplicate_pair_open ON duplicate_pair (score, id) WHERE state = 'open'`,
  `CREATE TABLE duplicate_check (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id uuid NOT NULL,
    due_at timestamptz NOT NULL
  )`,
  'CREATE INDEX duplicate_check_due ON duplicate_check (due_at, id)',
  `INSERT INTO duplicate_check (person_id, due_at)
    SELECT id, updated_at FROM person WHERE merged_into IS NULL`,
];
