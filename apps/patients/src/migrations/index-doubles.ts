import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 57: those behind a membership are found when it ends, and when its row goes. */
export class IndexDoubles1767178200057 implements MigrationInterface {
  readonly name = 'IndexDoubles1767178200057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX community_member_doubles ON community_member (doubles_id) WHERE doubles_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX community_member_doubles');
  }
}
