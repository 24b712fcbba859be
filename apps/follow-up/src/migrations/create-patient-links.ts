import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No foreign key to the task: an erasure seals tasks and removes links, each by itself. */
const STATEMENTS = [
  `CREATE TABLE patient_link (
     id uuid PRIMARY KEY,
     token_hash bytea NOT NULL CONSTRAINT patient_link_token UNIQUE CHECK (octet_length(token_hash) = 32),
     purpose text NOT NULL,
     patient_id uuid NOT NULL,
     task_id uuid NOT NULL,
     questionnaire_code text NOT NULL,
     questionnaire_version integer NOT NULL,
     issued_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     answered_at timestamptz,
     revoked_at timestamptz,
     revoke_reason text,
     CONSTRAINT patient_link_revoked CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL))
   )`,
  'CREATE INDEX patient_link_task ON patient_link (task_id)',
  'CREATE INDEX patient_link_patient ON patient_link (patient_id)',
  'CREATE INDEX patient_link_expiry ON patient_link (expires_at)',
];

export class CreatePatientLinks1764000400000 implements MigrationInterface {
  readonly name = 'CreatePatientLinks1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE patient_link');
  }
}
