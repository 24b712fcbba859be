import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What needs nobody any more is settled (ORG-2). */
export class SettleNotifications1768100200002 implements MigrationInterface {
  readonly name = 'SettleNotifications1768100200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification DROP CONSTRAINT notification_state_check`);
    await runner.query(
      `ALTER TABLE notification ADD CONSTRAINT notification_state_check
         CHECK (state IN ('open', 'acknowledged', 'settled', 'unanswered', 'unreached'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification DROP CONSTRAINT notification_state_check`);
    await runner.query(`UPDATE notification SET state = 'unanswered' WHERE state = 'settled'`);
    await runner.query(
      `ALTER TABLE notification ADD CONSTRAINT notification_state_check
         CHECK (state IN ('open', 'acknowledged', 'unanswered', 'unreached'))`,
    );
  }
}
