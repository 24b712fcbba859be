import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few that are past their limit and still owed, counted for the metrics. */
export class FindLateClocks1764010200001 implements MigrationInterface {
  readonly name = 'FindLateClocks1764010200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX clock_late ON clock (kind) WHERE level > 0 AND stopped_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clock_late');
  }
}
