import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows come in and never change. Only the retention job removes some, in a transaction that says so by this setting;
 * what it removed stays proven by `audit_anchor`.
 */
const APPEND_ONLY = `
  CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND current_setting('hospital.audit_retention', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'The audit is append-only: % of % is refused', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END $$`;

const AWAIT_SEAL = `
  CREATE FUNCTION audit_await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO audit_waiting (entry_id, entry_at) VALUES (NEW.id, NEW.at);
    RETURN NULL;
  END $$`;

const ENTRY = `
  CREATE TABLE audit_entry (
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    actor_id text,
    actor_name text,
    actor_roles text[] NOT NULL,
    session_id text,
    client_address text,
    request_id text NOT NULL,
    traceparent text NOT NULL,
    operation text NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    params jsonb NOT NULL,
    subject text NOT NULL,
    subject_ids text[] NOT NULL,
    status int NOT NULL,
    unmasked boolean NOT NULL,
    changes jsonb,
    reason text,
    PRIMARY KEY (at, id)
  ) PARTITION BY RANGE (at)`;

const STATEMENTS = [
  APPEND_ONLY,
  AWAIT_SEAL,
  ENTRY,
  'CREATE INDEX audit_entry_actor ON audit_entry (actor_id, at DESC, id DESC)',
  // A page of a list names many; the pending list of GIN is kept short so that no single insert has to clear much of it.
  'CREATE INDEX audit_entry_subject ON audit_entry USING gin (subject_ids) WITH (gin_pending_list_limit = 256)',
  // What no monthly partition was made for in time, and what tests with a moved clock write.
  'CREATE TABLE audit_entry_default PARTITION OF audit_entry DEFAULT',
  'CREATE TABLE audit_waiting (entry_id uuid PRIMARY KEY, entry_at timestamptz NOT NULL)',
  `CREATE TABLE audit_seal (
     seq bigint PRIMARY KEY,
     entry_id uuid NOT NULL UNIQUE,
     entry_at timestamptz NOT NULL,
     digest bytea NOT NULL,
     hash bytea NOT NULL,
     sealed_at timestamptz NOT NULL
   )`,
  `CREATE TABLE audit_anchor (
     seq bigint PRIMARY KEY,
     hash bytea NOT NULL,
     dropped_before timestamptz NOT NULL,
     dropped_at timestamptz NOT NULL
   )`,
  'CREATE TRIGGER audit_entry_waits AFTER INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_await_seal()',
  ...['audit_entry', 'audit_seal', 'audit_anchor'].map(
    (table) => `CREATE TRIGGER ${table}_kept BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION audit_append_only()`,
  ),
  ...['audit_entry', 'audit_entry_default', 'audit_seal', 'audit_anchor'].map(
    (table) => `CREATE TRIGGER ${table}_whole BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()`,
  ),
];

/** The audit of a service: its entries, those that wait for their seal, the chain of seals, and where it was cut. */
export class CreateAudit1700000100000 implements MigrationInterface {
  readonly name = 'CreateAudit1700000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_anchor', 'audit_seal', 'audit_waiting', 'audit_entry']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    for (const name of ['audit_await_seal', 'audit_append_only']) await runner.query(`DROP FUNCTION ${name}`);
  }
}
