import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ADR 62: segments ask who was met when and how it ended; each index holds all that is asked. */
export class AskForContacts1767091200152 implements MigrationInterface {
  readonly name = 'AskForContacts1767091200152';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contact ADD COLUMN channel text');
    await runner.query('CREATE INDEX contact_at ON contact (at) INCLUDE (person_id, kind, what, channel, outcome)');
    await runner.query(
      'CREATE INDEX contact_outcome ON contact (outcome, at) INCLUDE (person_id, kind, what, channel) WHERE outcome IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX contact_outcome, contact_at');
    await runner.query('ALTER TABLE contact DROP COLUMN channel');
  }
}
