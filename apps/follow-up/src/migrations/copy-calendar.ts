import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was noted here counts until complaints, who has the calendar from now on, tells of the year (ADR 81). */
export class CopyCalendar1766303000000 implements MigrationInterface {
  readonly name = 'CopyCalendar1766303000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE calendar_year SET noted_at = 'epoch'`);
  }

  /** The audit still knows when it was. */
  async down(): Promise<void> {}
}
