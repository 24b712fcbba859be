import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What counts now stands on the record itself: every list and segment asks for it. */
export class RecordDecisions1766300000000 implements MigrationInterface {
  readonly name = 'RecordDecisions1766300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person
      ADD COLUMN allowed_purposes text[] NOT NULL DEFAULT '{care,follow-up}',
      ADD COLUMN states text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`CREATE TABLE person_decision (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      topic text NOT NULL,
      holds boolean NOT NULL,
      decided_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL,
      channel text NOT NULL,
      legal_basis text,
      guardian jsonb,
      reason text,
      recorded_by text
    )`);
    await runner.query('CREATE INDEX person_decision_of ON person_decision (person_id, recorded_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_decision');
    await runner.query('ALTER TABLE person DROP COLUMN allowed_purposes, DROP COLUMN states');
  }
}
