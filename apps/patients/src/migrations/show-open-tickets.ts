import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people wait for from complaints, beside who is calling (CC-2). A ticket that was open before is shown from its next step. */
export class ShowOpenTickets1764030500001 implements MigrationInterface {
  readonly name = 'ShowOpenTickets1764030500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE open_ticket (
        ticket_id uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,
        colour text NOT NULL,
        state text NOT NULL,
        due_at timestamptz
      )`);
    await runner.query('CREATE INDEX open_ticket_person ON open_ticket (person_id, due_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE open_ticket');
  }
}
