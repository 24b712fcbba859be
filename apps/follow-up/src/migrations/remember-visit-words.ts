import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When it was told last whether the visit of a plan was at all: cancelled by mistake, it may be told again (FU-6). */
export class RememberVisitWords1766300100001 implements MigrationInterface {
  readonly name = 'RememberVisitWords1766300100001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan ADD COLUMN visit_told_at timestamptz');
    await runner.query(`UPDATE plan SET visit_told_at = ended_at WHERE withdrawal = 'visit-cancelled'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan DROP COLUMN visit_told_at');
  }
}
