import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done in visits of which the beginning was not told yet (FU-3). */
export class KeepEarlyProcedures1764000600001 implements MigrationInterface {
  readonly name = 'KeepEarlyProcedures1764000600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE his_report ADD COLUMN procedures jsonb');
    await runner.query(
      'CREATE INDEX his_report_early ON his_report (partner, visit_number) WHERE procedures IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE his_report DROP COLUMN procedures');
  }
}
