import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case that escalated and was never closed runs again when the patient's pain does (FU-4). */
export class AlarmAgain1766300050000 implements MigrationInterface {
  readonly name = 'AlarmAgain1766300050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE green_channel_case DROP CONSTRAINT green_channel_due');
    await runner.query(
      `ALTER TABLE green_channel_case
         ADD CONSTRAINT green_channel_due CHECK (due_at IS NULL OR status = 'open')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE green_channel_case SET due_at = NULL WHERE escalated_at IS NOT NULL');
    await runner.query('ALTER TABLE green_channel_case DROP CONSTRAINT green_channel_due');
    await runner.query(
      `ALTER TABLE green_channel_case
         ADD CONSTRAINT green_channel_due CHECK (due_at IS NULL OR (status = 'open' AND escalated_at IS NULL))`,
    );
  }
}
