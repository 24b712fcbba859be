import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The operations heard of, so that a correction of the time finds the plan that was made (FU-3). */
export class KeepOperations1764000100002 implements MigrationInterface {
  readonly name = 'KeepOperations1764000100002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE operation (
         procedure_id uuid PRIMARY KEY,
         patient_id uuid NOT NULL,
         encounter_id uuid NOT NULL,
         procedure_code text NOT NULL,
         performed_at timestamptz NOT NULL,
         revision integer NOT NULL,
         plan_id uuid REFERENCES plan (id)
       )`,
    );
    await runner.query('CREATE INDEX operation_patient ON operation (patient_id)');
    await runner.query('CREATE INDEX operation_plan ON operation (plan_id) WHERE plan_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE operation');
  }
}
