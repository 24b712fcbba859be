import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other services tell may come before the record it is about: no reference to person. */
export class RecordContacts1766400000001 implements MigrationInterface {
  readonly name = 'RecordContacts1766400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE contact (
      event_id uuid PRIMARY KEY,
      person_id uuid NOT NULL,
      kind text NOT NULL,
      what text NOT NULL,
      at timestamptz NOT NULL,
      step text,
      outcome text,
      subject_id uuid NOT NULL,
      parent_id uuid,
      encounter_id uuid
    )`);
    await runner.query('CREATE INDEX contact_of ON contact (person_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contact');
  }
}
