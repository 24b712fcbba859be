import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordPromises1766400000002 implements MigrationInterface {
  readonly name = 'RecordPromises1766400000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE promise (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      text text NOT NULL,
      due_on text,
      made_at timestamptz NOT NULL,
      made_by text,
      kept_at timestamptz,
      kept_by text
    )`);
    await runner.query('CREATE INDEX promise_of ON promise (person_id, made_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE promise');
  }
}
