import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each id said by itself is kept from now on. For merges made before it is what was written down at the merge:
 * `survivor_before` of the first one into each record.
 */
export class TakeMergesBack1766300000001 implements MigrationInterface {
  readonly name = 'TakeMergesBack1766300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN own jsonb');
    await runner.query(`UPDATE person SET own = first.survivor_before
      FROM (SELECT DISTINCT ON (survivor_id) survivor_id, survivor_before FROM person_merge
             ORDER BY survivor_id, merged_at, id) AS first
     WHERE person.id = first.survivor_id`);
    await runner.query(`ALTER TABLE person_merge
      DROP COLUMN survivor_before,
      ADD COLUMN reason text,
      ADD COLUMN merged_by text,
      ADD COLUMN undone_at timestamptz,
      ADD COLUMN undone_by text,
      ADD COLUMN undo_reason text`);
    await runner.query('CREATE INDEX person_merge_survivor ON person_merge (survivor_id)');
    await runner.query(`CREATE TABLE person_apart (
      one_id uuid NOT NULL REFERENCES person,
      other_id uuid NOT NULL REFERENCES person,
      decided_at timestamptz NOT NULL,
      decided_by text,
      reason text,
      PRIMARY KEY (one_id, other_id),
      CHECK (one_id < other_id)
    )`);
    await runner.query('CREATE INDEX person_apart_other ON person_apart (other_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_apart');
    await runner.query('DROP INDEX person_merge_survivor');
    await runner.query(`ALTER TABLE person_merge
      ADD COLUMN survivor_before jsonb NOT NULL DEFAULT '{}', DROP COLUMN reason, DROP COLUMN merged_by,
      DROP COLUMN undone_at, DROP COLUMN undone_by, DROP COLUMN undo_reason`);
    await runner.query('ALTER TABLE person DROP COLUMN own');
  }
}
