import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What jobs say about their progress, when scheduled ones are next, and what the retention job removed. */
export class CreateJobs1765000000001 implements MigrationInterface {
  readonly name = 'CreateJobs1765000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_progress (
        job_id uuid PRIMARY KEY,
        attempt int NOT NULL,
        progress jsonb NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE job_schedule (
        name text PRIMARY KEY,
        cron text NOT NULL,
        zone text NOT NULL,
        next_at timestamptz NOT NULL,
        last_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE retention_run (
        rule text PRIMARY KEY,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        removed bigint NOT NULL,
        removed_ever bigint NOT NULL,
        error text
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_progress, job_schedule, retention_run');
  }
}

/** What the retention job finds the oldest progress by. */
export class IndexJobProgress1765000000003 implements MigrationInterface {
  readonly name = 'IndexJobProgress1765000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX job_progress_updated ON job_progress (updated_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX job_progress_updated');
  }
}
