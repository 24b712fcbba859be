import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the clocks of a year that was noted are dated again (CP-9, ADR 72). */
export class RedateInBatches1768100400001 implements MigrationInterface {
  readonly name = 'RedateInBatches1768100400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calendar_year ADD COLUMN redate_at timestamptz, ADD COLUMN redated_to uuid');
    await runner.query('CREATE INDEX calendar_year_redate ON calendar_year (redate_at) WHERE redate_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calendar_year DROP COLUMN redate_at, DROP COLUMN redated_to');
  }
}
