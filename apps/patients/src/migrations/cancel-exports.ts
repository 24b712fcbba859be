import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CancelExports1767091200154 implements MigrationInterface {
  readonly name = 'CancelExports1767091200154';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE patient_export DROP CONSTRAINT patient_export_state_check,
      ADD CHECK (state IN ('received', 'running', 'done', 'failed', 'cancelled'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE patient_export SET state = 'failed' WHERE state = 'cancelled'`);
    await runner.query(`ALTER TABLE patient_export DROP CONSTRAINT patient_export_state_check,
      ADD CHECK (state IN ('received', 'running', 'done', 'failed'))`);
  }
}
