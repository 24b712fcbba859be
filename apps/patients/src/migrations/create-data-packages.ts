import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packages of a person's data (PT-9): who asked and how that was checked, and the files that came of it. */
export class CreateDataPackages1766750000058 implements MigrationInterface {
  readonly name = 'CreateDataPackages1766750000058';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_package');
  }
}

const STATEMENTS = [
  // No reference to person or file: a package outlives the merge of a record, and its files go before it does.
  `CREATE TABLE data_package (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL,
    covers uuid[] NOT NULL DEFAULT '{}',
    state text NOT NULL CHECK (state IN ('waiting', 'ready', 'expired', 'withdrawn')),
    asked_by text NOT NULL,
    asked_by_name text,
    identity_check text NOT NULL,
    identity_note text,
    legal_basis text NOT NULL,
    reason text,
    requested_by text,
    requested_at timestamptz NOT NULL,
    due_on date NOT NULL,
    give_up_at timestamptz NOT NULL,
    try_at timestamptz,
    attempts int NOT NULL DEFAULT 0,
    missing text[] NOT NULL DEFAULT '{}',
    json_file_id uuid,
    pdf_file_id uuid,
    ready_at timestamptz,
    expires_at timestamptz,
    ended_at timestamptz,
    ended_by text
  )`,
  `CREATE UNIQUE INDEX data_package_waiting ON data_package (patient_id) WHERE state = 'waiting'`,
  'CREATE INDEX data_package_of ON data_package (patient_id, id)',
  'CREATE INDEX data_package_try ON data_package (try_at) WHERE try_at IS NOT NULL',
  `CREATE INDEX data_package_ready ON data_package (ready_at) WHERE state = 'ready'`,
  `CREATE INDEX data_package_ended ON data_package (requested_at) WHERE state IN ('expired', 'withdrawn')`,
];
