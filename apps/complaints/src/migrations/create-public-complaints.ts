import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came by the public form: how it is asked about, and what was said under a key (CP-1). */
export class CreatePublicComplaints1764010500000 implements MigrationInterface {
  readonly name = 'CreatePublicComplaints1764010500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE public_complaint (
        ticket_id uuid PRIMARY KEY REFERENCES ticket (id),
        said text NOT NULL,
        code text NOT NULL,
        sent_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE public_complaint');
  }
}
