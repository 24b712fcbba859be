import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of tickets (CP-10): added, never replaced. */
export class CreateTicketAttachments1764010501000 implements MigrationInterface {
  readonly name = 'CreateTicketAttachments1764010501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_attachment (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket (id),
        file_id uuid NOT NULL UNIQUE,
        added_at timestamptz NOT NULL,
        added_by text,
        added_by_name text
      )`);
    await runner.query('CREATE INDEX ticket_attachment_ticket ON ticket_attachment (ticket_id, added_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket_attachment');
  }
}
