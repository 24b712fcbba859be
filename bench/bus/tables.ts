import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The emitting side's own row, and the consuming side's effect. */
export class CreateBenchTables1700000000002 implements MigrationInterface {
  readonly name = 'CreateBenchTables1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE origin (id uuid PRIMARY KEY, key uuid NOT NULL)');
    await runner.query(
      'CREATE TABLE effect (event_id uuid PRIMARY KEY, key uuid NOT NULL, handled_at timestamptz NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE origin');
    await runner.query('DROP TABLE effect');
  }
}
