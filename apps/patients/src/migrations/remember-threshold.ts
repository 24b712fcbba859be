import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 62: by what the pairs of duplicates that are listed were found. */
export class RememberThreshold1767091200155 implements MigrationInterface {
  readonly name = 'RememberThreshold1767091200155';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE duplicate_threshold (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      score int NOT NULL,
      key_most int NOT NULL
    )`);
    // Few are open; the metric counts them at each scrape.
    await runner.query('CREATE INDEX promise_open ON promise (due_on) WHERE kept_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX promise_open');
    await runner.query('DROP TABLE duplicate_threshold');
  }
}
