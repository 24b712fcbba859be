import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessions1764000003000 implements MigrationInterface {
  readonly name = 'CreateSessions1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE account ADD must_change_password boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE TABLE password_history (
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        position bigint GENERATED ALWAYS AS IDENTITY,
        password_hash text NOT NULL,
        PRIMARY KEY (account_id, position)
      )`);
    await runner.query(`
      CREATE TABLE login_attempt (
        username text COLLATE "C" PRIMARY KEY,
        failures integer NOT NULL,
        locks integer NOT NULL,
        locked_until timestamptz,
        last_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX login_attempt_last ON login_attempt (last_at)');
    await runner.query(`
      CREATE TABLE login_session (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        started_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        client_address text NOT NULL,
        user_agent text NOT NULL,
        ended_at timestamptz,
        end_reason text
      )`);
    await runner.query('CREATE INDEX login_session_live ON login_session (account_id) WHERE ended_at IS NULL');
    await runner.query(`
      CREATE TABLE refresh_token (
        hash text PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES login_session (id) ON DELETE CASCADE,
        used_at timestamptz
      )`);
    await runner.query('CREATE INDEX refresh_token_session ON refresh_token (session_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refresh_token, login_session, login_attempt, password_history');
    await runner.query('ALTER TABLE account DROP must_change_password');
  }
}
