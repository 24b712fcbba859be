import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for an erasure, who confirmed it, and what each service said of it (PT-9). No reference to person. */
export class OrderErasures1766832000006 implements MigrationInterface {
  readonly name = 'OrderErasures1766832000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE erasure_request (
      id uuid PRIMARY KEY,
      patient_id uuid NOT NULL,
      state text NOT NULL CHECK (state IN ('requested', 'confirmed', 'declined')),
      asked_by text,
      identity_check text,
      reason text NOT NULL,
      requested_by text,
      requested_at timestamptz NOT NULL,
      decided_by text,
      decided_at timestamptz,
      decision_reason text,
      keep_until timestamptz
    )`);
    await runner.query(
      `CREATE UNIQUE INDEX erasure_request_open ON erasure_request (patient_id) WHERE state = 'requested'`,
    );
    await runner.query(`CREATE TABLE erasure_report (
      erasure_id uuid NOT NULL REFERENCES erasure_request,
      service text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'applied', 'failed')),
      stores jsonb NOT NULL DEFAULT '[]',
      reported_at timestamptz,
      PRIMARY KEY (erasure_id, service)
    )`);
    await runner.query(`CREATE INDEX erasure_report_open ON erasure_report (service) WHERE state <> 'applied'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasure_report, erasure_request');
  }
}
