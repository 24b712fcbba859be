import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PT-2: what a sender wrote for a time is one, or not. `pg_input_is_valid` needs PostgreSQL 16, and 15 is promised. */
export class TellInstants1767178200156 implements MigrationInterface {
  readonly name = 'TellInstants1767178200156';

  async up(runner: QueryRunner): Promise<void> {
    // Its block is a subtransaction, which no parallel query may begin: it stays parallel unsafe.
    await runner.query(`CREATE OR REPLACE FUNCTION is_instant(written text) RETURNS boolean LANGUAGE plpgsql STABLE STRICT AS $$
      BEGIN
        RETURN written::timestamptz IS NOT NULL;
      EXCEPTION WHEN data_exception THEN
        RETURN false;
      END
    $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION is_instant');
  }
}
