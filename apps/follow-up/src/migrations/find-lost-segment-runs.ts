import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs that nobody ended are looked for again and again; few are ever open (FU-11). */
export class FindLostSegmentRuns1768100200001 implements MigrationInterface {
  readonly name = 'FindLostSegmentRuns1768100200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX segment_run_open ON segment_run (created_at) WHERE finished_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX segment_run_open');
  }
}
