import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaff1764000000000 implements MigrationInterface {
  readonly name = 'CreateStaff1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE department (
        id uuid PRIMARY KEY,
        national_code text COLLATE "C",
        name_zh text NOT NULL,
        name_en text,
        parent_id uuid REFERENCES department (id),
        active boolean NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX department_parent ON department (parent_id)');
    await runner.query(`
      CREATE TABLE department_local_code (
        system text COLLATE "C" NOT NULL,
        code text COLLATE "C" NOT NULL,
        department_id uuid NOT NULL REFERENCES department (id),
        PRIMARY KEY (system, code)
      )`);
    await runner.query('CREATE INDEX department_local_code_department ON department_local_code (department_id)');
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        username text COLLATE "C" NOT NULL CONSTRAINT account_username UNIQUE,
        display_name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        active boolean NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account, department_local_code, department');
  }
}
