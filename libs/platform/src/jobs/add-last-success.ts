import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a scheduled job last succeeded: its own rows go with the retention of jobs. */
export class AddLastSuccess1766000001000 implements MigrationInterface {
  readonly name = 'AddLastSuccess1766000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE job_schedule ADD last_success_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE job_schedule DROP last_success_at');
  }
}
