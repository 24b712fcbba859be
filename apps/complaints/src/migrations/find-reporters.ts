import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who reported something is found by the digits of the phone (PT-9). */
export class FindReporters1768100400000 implements MigrationInterface {
  readonly name = 'FindReporters1768100400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ticket_reporter ON ticket (regexp_replace(reporter_phone, '[^0-9+]', '', 'g'))
        WHERE reporter_phone IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket_reporter');
  }
}
