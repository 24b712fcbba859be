import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a nurse took a task: asking again does not keep it for ever (FU-7). */
export class BeginClaims1766300310000 implements MigrationInterface {
  readonly name = 'BeginClaims1766300310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task ADD COLUMN claimed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task DROP COLUMN claimed_at');
  }
}
