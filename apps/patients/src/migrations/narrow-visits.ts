import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * ADR 68: visits of a class since a day are a range of the index, those of every class a range for each; merged records
 * are found without their rows. Both stand in for an index of the same columns in another order, or fewer of them.
 */
export class NarrowVisits1767264600068 implements MigrationInterface {
  readonly name = 'NarrowVisits1767264600068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX encounter_class_began ON encounter (class, began_at) INCLUDE (patient_id, status)',
    );
    await runner.query('DROP INDEX encounter_began');
    await runner.query(`CREATE INDEX person_merged ON person (merged_into) INCLUDE (id) WHERE merged_into IS NOT NULL`);
    await runner.query('DROP INDEX person_merged_into');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX encounter_began ON encounter (began_at) INCLUDE (patient_id, status, class)');
    await runner.query('DROP INDEX encounter_class_began');
    await runner.query('CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL');
    await runner.query('DROP INDEX person_merged');
  }
}
