import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CareForBirthdays1766300000002 implements MigrationInterface {
  readonly name = 'CareForBirthdays1766300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE birthday_care (
      id uuid PRIMARY KEY,
      version int NOT NULL,
      person_id uuid NOT NULL REFERENCES person,
      year int NOT NULL,
      kept_on date NOT NULL,
      status text NOT NULL CHECK (status IN ('open', 'prepared', 'missed')),
      greeting text,
      signed_by text,
      photo_file_id uuid,
      prepared_by text,
      prepared_at timestamptz,
      greeted_at timestamptz,
      created_at timestamptz NOT NULL,
      UNIQUE (person_id, year)
    )`);
    await runner.query('CREATE INDEX birthday_care_kept_on ON birthday_care (kept_on, id)');
    await runner.query(`CREATE INDEX person_birthday ON person (substr(birth_date, 6), id)
      WHERE merged_into IS NULL AND length(birth_date) = 10`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_birthday');
    await runner.query('DROP TABLE birthday_care');
  }
}
