import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  'CREATE TABLE calendar_watch (year integer PRIMARY KEY, due_at timestamptz)',
  'CREATE INDEX calendar_watch_due ON calendar_watch (due_at) WHERE due_at IS NOT NULL',
  // The first year that the published calendar does not know; a later start goes on from year to year by itself.
  `INSERT INTO calendar_watch (year, due_at) VALUES (2027, '2026-11-01T09:00:00+08:00')`,
];

/** When somebody has to have noted the holidays of a year (FU-7). */
export class WatchHolidays1766300700001 implements MigrationInterface {
  readonly name = 'WatchHolidays1766300700001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_watch');
  }
}
