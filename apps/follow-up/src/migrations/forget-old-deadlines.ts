import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has ended or waits is no work of the calendar's: moving a plan had woken closed tasks of others (FU-3, FU-5). */
export class ForgetOldDeadlines1766300100000 implements MigrationInterface {
  readonly name = 'ForgetOldDeadlines1766300100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE task SET deadline_at = NULL
        WHERE deadline_at IS NOT NULL
          AND (status IN ('done', 'lapsed', 'cancelled')
               OR plan_id IN (SELECT id FROM plan WHERE status <> 'active'))`,
    );
  }

  /** Nothing reads what was forgotten. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
