import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports of patients (PT-8): what was asked for, and the file that came of it. */
export class CreateExports1766300000051 implements MigrationInterface {
  readonly name = 'CreateExports1766300000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE patient_export (
      id uuid PRIMARY KEY,
      state text NOT NULL CHECK (state IN ('received', 'running', 'done', 'failed')),
      format text NOT NULL,
      language text NOT NULL,
      unmasked boolean NOT NULL,
      criteria jsonb,
      lines_written int NOT NULL,
      file_id uuid,
      failure text,
      requested_by text,
      created_at timestamptz NOT NULL,
      finished_at timestamptz
    )`);
    await runner.query('CREATE INDEX patient_export_created ON patient_export (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE patient_export');
  }
}
