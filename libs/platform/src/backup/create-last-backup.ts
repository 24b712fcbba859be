import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When `npm run backup` last had this database whole, so that the running service can tell (ADR 47). */
export class CreateLastBackup1766000000000 implements MigrationInterface {
  readonly name = 'CreateLastBackup1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE last_backup (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        taken_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE last_backup');
  }
}
