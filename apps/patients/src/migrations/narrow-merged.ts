import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * ADR 68: merged records are found without their rows. A transaction of its own, with the one lock it needs from the
 * start: whoever holds `person` and waits for `encounter`, or asks for more of a lock than it has, may never get it.
 */
export class NarrowMerged1767264600168 implements MigrationInterface {
  readonly name = 'NarrowMerged1767264600168';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
    // Both may be done: NarrowVisits did it for a while.
    await runner.query(
      'CREATE INDEX IF NOT EXISTS person_merged ON person (merged_into) INCLUDE (id) WHERE merged_into IS NOT NULL',
    );
    await runner.query('DROP INDEX IF EXISTS person_merged_into');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
    await runner.query('CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL');
    await runner.query('DROP INDEX person_merged');
  }
}
