import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports and exports of patients (PT-8) and the lines that were not taken. */
export class CreateImports1765000000051 implements MigrationInterface {
  readonly name = 'CreateImports1765000000051';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE patient_import_rejection, patient_import');
  }
}

const TABLES = [
  // No reference to file: its row goes when the content is removed, before the import's.
  `CREATE TABLE patient_import (
    id uuid PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('received', 'checking', 'running', 'done', 'failed', 'cancelled')),
    file_id uuid,
    rows_file_id uuid,
    file_name text NOT NULL,
    media_type text NOT NULL,
    file_size bigint NOT NULL,
    sha256 text NOT NULL,
    encoding text,
    delimiter text,
    issuer text,
    told_at timestamptz NOT NULL,
    requested_by text,
    lines_total int,
    next_row int NOT NULL,
    lines_read int NOT NULL,
    lines_created int NOT NULL,
    lines_updated int NOT NULL,
    lines_unchanged int NOT NULL,
    lines_rejected int NOT NULL,
    failure jsonb,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    updated_at timestamptz NOT NULL
  )`,
  `CREATE INDEX patient_import_content ON patient_import (sha256, told_at)`,
  `CREATE INDEX patient_import_created ON patient_import (created_at)`,
  `CREATE INDEX patient_import_file ON patient_import (created_at) WHERE file_id IS NOT NULL`,
  `CREATE TABLE patient_import_rejection (
    import_id uuid NOT NULL REFERENCES patient_import ON DELETE CASCADE,
    row_number int NOT NULL,
    position int NOT NULL,
    column_name text,
    code text NOT NULL,
    params jsonb,
    PRIMARY KEY (import_id, row_number, position)
  )`,
];
