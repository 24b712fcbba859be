import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case that was opened again is counted from then on (FU-4). */
export class CountFromAlarms1767351000080 implements MigrationInterface {
  readonly name = 'CountFromAlarms1767351000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE green_channel_case ADD COLUMN alarmed_at timestamptz');
    await runner.query('UPDATE green_channel_case SET alarmed_at = opened_at');
    await runner.query('ALTER TABLE green_channel_case ALTER COLUMN alarmed_at SET NOT NULL');
    await runner.query('CREATE INDEX green_channel_alarmed ON green_channel_case (alarmed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE green_channel_case DROP COLUMN alarmed_at');
  }
}
