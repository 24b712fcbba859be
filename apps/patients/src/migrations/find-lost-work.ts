import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is unfinished is looked at twice a second, whether a job still works it, and by each erasure. */
export class FindLostWork1767178200058 implements MigrationInterface {
  readonly name = 'FindLostWork1767178200058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX patient_import_open ON patient_import (created_at) WHERE finished_at IS NULL');
    await runner.query('CREATE INDEX patient_export_open ON patient_export (created_at) WHERE finished_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX patient_import_open, patient_export_open');
  }
}
