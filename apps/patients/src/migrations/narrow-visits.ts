import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * ADR 68: visits of a class since a day are a range of the index, those of every class a range for each. It stands in
 * for an index of the same columns in another order. The table is locked at once as dropping an index needs it: made
 * stronger on the way, the lock and a report that is just being written would wait for one another.
 */
export class NarrowVisits1767264600068 implements MigrationInterface {
  readonly name = 'NarrowVisits1767264600068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('LOCK TABLE encounter IN ACCESS EXCLUSIVE MODE');
    await runner.query(
      'CREATE INDEX encounter_class_began ON encounter (class, began_at) INCLUDE (patient_id, status)',
    );
    await runner.query('DROP INDEX encounter_began');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('LOCK TABLE encounter IN ACCESS EXCLUSIVE MODE');
    await runner.query('CREATE INDEX encounter_began ON encounter (began_at) INCLUDE (patient_id, status, class)');
    await runner.query('DROP INDEX encounter_class_began');
  }
}
