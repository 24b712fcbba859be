import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 56: every child is due once. Apart from the triggers, whose creation keeps writers of records waiting. */
export class LookForChildren1767178200056 implements MigrationInterface {
  readonly name = 'LookForChildren1767178200056';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO family_standing (person_id, due_at)
      SELECT id, updated_at FROM person WHERE merged_into IS NULL AND maybe_a_child(birth_date, updated_at) ORDER BY id
      ON CONFLICT (person_id) DO NOTHING`);
  }

  /** The rows go with their table. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
