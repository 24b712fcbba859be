import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a service remembers of erasures: ids and counts, and the rows that the law keeps for a time (ADR 59). */
export class KeepErasures1766832000005 implements MigrationInterface {
  readonly name = 'KeepErasures1766832000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sealed_record, erased_id, person_erasure');
  }
}

const STATEMENTS = [
  // The record numbers are there only while they are needed to find what is about the person.
  `CREATE TABLE person_erasure (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL,
    patient_ids uuid[] NOT NULL,
    record_numbers jsonb,
    erased_at timestamptz NOT NULL,
    keep_until timestamptz,
    state text NOT NULL CHECK (state IN ('waiting', 'applied')),
    outcomes jsonb NOT NULL DEFAULT '[]',
    attempts int NOT NULL DEFAULT 0,
    applied_at timestamptz
  )`,
  `CREATE INDEX person_erasure_waiting ON person_erasure (erased_at) WHERE state = 'waiting'`,
  // Of people, merged records, merges and what record numbers are made into: none is ever given out again.
  `CREATE TABLE erased_id (
    id text PRIMARY KEY,
    erasure_id uuid NOT NULL,
    erased_at timestamptz NOT NULL
  )`,
  `CREATE TABLE sealed_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    erasure_id uuid NOT NULL,
    table_name text NOT NULL,
    rows jsonb NOT NULL,
    sealed_at timestamptz NOT NULL,
    keep_until timestamptz NOT NULL
  )`,
  'CREATE INDEX sealed_record_of ON sealed_record (erasure_id)',
  'CREATE INDEX sealed_record_until ON sealed_record (keep_until)',
];
