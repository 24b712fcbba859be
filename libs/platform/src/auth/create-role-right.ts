import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the hospital decided about its roles: in apps/staff the decisions themselves, elsewhere the copy. */
export class CreateRoleRight1700000001000 implements MigrationInterface {
  readonly name = 'CreateRoleRight1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE role_right (
        role text PRIMARY KEY,
        rights text[] NOT NULL,
        decided text[] NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_right');
  }
}
