import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The retention job takes the oldest reports first. */
export class IndexReportAges1765000000003 implements MigrationInterface {
  readonly name = 'IndexReportAges1765000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX his_report_handled');
    await runner.query('CREATE INDEX his_report_handled ON his_report (handled_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX his_report_handled');
    await runner.query('CREATE INDEX his_report_handled ON his_report USING brin (handled_at)');
  }
}
