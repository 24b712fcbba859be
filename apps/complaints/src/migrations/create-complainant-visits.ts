import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits of people who complained, for the rate at which they come back (CP-10). */
export class CreateComplainantVisits1764010503000 implements MigrationInterface {
  readonly name = 'CreateComplainantVisits1764010503000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE complainant_visit (
        encounter_id uuid PRIMARY KEY,
        patient_id uuid NOT NULL,
        began_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX complainant_visit_patient ON complainant_visit (patient_id, began_at)');
    await runner.query('CREATE INDEX complainant_visit_began ON complainant_visit (began_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE complainant_visit');
  }
}
