import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person said besides death: beside it, because every discharge reads both. */
export class KeepWishes1766300000000 implements MigrationInterface {
  readonly name = 'KeepWishes1766300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person ADD COLUMN told jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN told');
  }
}
