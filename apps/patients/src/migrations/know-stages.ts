import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 69: who is at a stage is asked of many people at once, and the settings that stages follow from are remembered. */
export class KnowStages1767264000069 implements MigrationInterface {
  readonly name = 'KnowStages1767264000069';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX person_lifecycle_stage ON person_lifecycle (stage, person_id)');
    await runner.query('CREATE TABLE remembered_setting (name text PRIMARY KEY, value jsonb NOT NULL)');
    await runner.query(`INSERT INTO remembered_setting (name, value)
      SELECT 'duplicates', jsonb_build_array(score, key_most) FROM duplicate_threshold`);
    await runner.query('DROP TABLE duplicate_threshold');
    // By which days the stages of those who came were settled, nobody remembers: the next start settles them anew.
    await runner.query(`INSERT INTO remembered_setting (name, value)
      SELECT 'lifecycle', '[]' WHERE EXISTS (SELECT FROM person_lifecycle)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE duplicate_threshold (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      score int NOT NULL,
      key_most int NOT NULL
    )`);
    await runner.query(`INSERT INTO duplicate_threshold (score, key_most)
      SELECT (value ->> 0)::int, (value ->> 1)::int FROM remembered_setting WHERE name = 'duplicates'`);
    await runner.query('DROP TABLE remembered_setting');
    await runner.query('DROP INDEX person_lifecycle_stage');
  }
}
