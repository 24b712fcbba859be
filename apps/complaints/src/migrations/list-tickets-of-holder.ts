import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody works on, and worked on, the last received first: the index before had those at work alone. */
export class ListTicketsOfHolder1764010600000 implements MigrationInterface {
  readonly name = 'ListTicketsOfHolder1764010600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ticket_of_holder ON ticket (holder_id, received_at DESC, id DESC) WHERE holder_id IS NOT NULL`,
    );
    await runner.query('DROP INDEX ticket_holder');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ticket_holder ON ticket (holder_id, received_at)
        WHERE holder_id IS NOT NULL AND state IN ('open', 'claimed', 'waiting-for-patient', 'solved')`,
    );
    await runner.query('DROP INDEX ticket_of_holder');
  }
}
