import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePersonPhoto1764100000100 implements MigrationInterface {
  readonly name = 'CreatePersonPhoto1764100000100';

  async up(runner: QueryRunner): Promise<void> {
    // No reference to file: its row goes when the content is removed, after the photo's.
    await runner.query(`CREATE TABLE person_photo (
      person_id uuid PRIMARY KEY REFERENCES person,
      file_id uuid NOT NULL UNIQUE,
      taken_in_at timestamptz NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_photo');
  }
}
