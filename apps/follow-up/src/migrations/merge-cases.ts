import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which open case goes on for a person of two records (FU-4, PT-3). */
export class MergeCases1768100200003 implements MigrationInterface {
  readonly name = 'MergeCases1768100200003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE green_channel_case ADD COLUMN merged_into uuid,
         ADD CONSTRAINT green_channel_merged CHECK ((outcome IS NOT DISTINCT FROM 'merged') = (merged_into IS NOT NULL))`,
    );
    await runner.query(
      'CREATE INDEX green_channel_merged_into ON green_channel_case (merged_into) WHERE merged_into IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE green_channel_case SET outcome = 'no-need', merged_into = NULL WHERE outcome = 'merged'`,
    );
    await runner.query('ALTER TABLE green_channel_case DROP COLUMN merged_into');
  }
}
