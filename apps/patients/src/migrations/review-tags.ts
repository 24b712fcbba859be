import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 62: how far the people are through whom a changed rule may concern. */
export class ReviewTags1767091200153 implements MigrationInterface {
  readonly name = 'ReviewTags1767091200153';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE tag ADD COLUMN review_id uuid, ADD COLUMN review_total int,
      ADD COLUMN review_done int NOT NULL DEFAULT 0, ADD COLUMN review_next uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE tag DROP COLUMN review_id, DROP COLUMN review_total, DROP COLUMN review_done,
      DROP COLUMN review_next`);
  }
}
