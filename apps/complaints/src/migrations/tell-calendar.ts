import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a noted year is told again (ADR 81); those noted before are told at once. */
export class TellCalendar1764030300000 implements MigrationInterface {
  readonly name = 'TellCalendar1764030300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calendar_year ADD COLUMN tell_at timestamptz');
    await runner.query('UPDATE calendar_year SET tell_at = noted_at');
    await runner.query('CREATE INDEX calendar_year_tell ON calendar_year (tell_at) WHERE tell_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calendar_year DROP COLUMN tell_at');
  }
}
