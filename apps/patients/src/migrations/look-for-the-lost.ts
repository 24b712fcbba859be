import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * ADR 55: everybody who ever came is due once. Apart from the triggers, whose creation keeps writers of records and
 * visits waiting until its transaction ends: this one reads all visits.
 */
export class LookForTheLost1767178200055 implements MigrationInterface {
  readonly name = 'LookForTheLost1767178200055';

  /** Who came meanwhile has a row by the trigger. Rows in the order of their key are quicker to add and to check. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO person_lifecycle (person_id, due_at)
      SELECT CASE WHEN p.merged_into IS NULL THEN p.id ELSE living_record(p.id) END, max(came.seen_at)
        FROM (SELECT patient_id, max(updated_at) AS seen_at FROM encounter GROUP BY patient_id) came
        JOIN person p ON p.id = came.patient_id
       GROUP BY 1 ORDER BY 1
      ON CONFLICT (person_id) DO NOTHING`);
  }

  /** The rows go with their table. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
