import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row, made once and kept by every backup: see `people/reported-ids.ts`. */
export class NameReportedIds1764000100000 implements MigrationInterface {
  readonly name = 'NameReportedIds1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE reported_id_namespace (
      is_the_one boolean PRIMARY KEY DEFAULT true CHECK (is_the_one),
      namespace uuid NOT NULL
    )`);
    await runner.query('INSERT INTO reported_id_namespace (namespace) VALUES (gen_random_uuid())');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reported_id_namespace');
  }
}
