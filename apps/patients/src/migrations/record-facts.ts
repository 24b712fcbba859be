import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordFacts1766400000000 implements MigrationInterface {
  readonly name = 'RecordFacts1766400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE person_fact (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      topic text NOT NULL,
      value jsonb,
      recorded_at timestamptz NOT NULL,
      recorded_by text,
      ended_at timestamptz,
      ended_by text
    )`);
    await runner.query('CREATE INDEX person_fact_of ON person_fact (person_id)');
    await runner.query(
      `CREATE INDEX person_fact_referrer ON person_fact ((value ->> 'referrerId')) WHERE topic = 'source'`,
    );
    await runner.query(`CREATE TABLE membership_card (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      version int NOT NULL,
      number text NOT NULL UNIQUE,
      level text NOT NULL,
      valid_from text NOT NULL,
      valid_until text,
      benefits text[] NOT NULL,
      created_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL
    )`);
    await runner.query('CREATE INDEX membership_card_of ON membership_card (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE membership_card');
    await runner.query('DROP TABLE person_fact');
  }
}
