import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The retention job looks for the oldest first. */
export class IndexSessionsByAge1764000005000 implements MigrationInterface {
  readonly name = 'IndexSessionsByAge1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX login_session_last_used ON login_session (last_used_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX login_session_last_used');
  }
}
