import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEGUN = `encounter_id, anchor, discharge_number,
  (CASE anchor WHEN 'operation' THEN anchored_on - DATE '1900-01-01' ELSE 0 END)`;

/** The plan of an operation told with a wrong code leaves the day to the one of the right code (FU-3, ADR 70). */
export class RecodeOperations1767351000070 implements MigrationInterface {
  readonly name = 'RecodeOperations1767351000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX plan_begun');
    await runner.query(`CREATE UNIQUE INDEX plan_begun ON plan (
      ${BEGUN}, (CASE withdrawal WHEN 'procedure-withdrawn' THEN id::text ELSE '' END))`);
  }

  /** Refused while a day has the plans of both codes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX plan_begun');
    await runner.query(`CREATE UNIQUE INDEX plan_begun ON plan (${BEGUN})`);
  }
}
