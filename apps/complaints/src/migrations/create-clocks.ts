import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE working_hours (
     id uuid PRIMARY KEY,
     week jsonb NOT NULL,
     closed_on_holidays boolean NOT NULL,
     made_at timestamptz NOT NULL,
     CONSTRAINT working_hours_once UNIQUE (week, closed_on_holidays)
   )`,
  `CREATE TABLE colour_clock (
     colour text PRIMARY KEY CHECK (colour IN ('red', 'yellow', 'blue')),
     claim_minutes integer NOT NULL CHECK (claim_minutes > 0),
     first_reply_minutes integer NOT NULL CHECK (first_reply_minutes > 0),
     solution_minutes integer NOT NULL CHECK (solution_minutes > 0),
     hours_id uuid REFERENCES working_hours (id),
     version integer NOT NULL,
     changed_at timestamptz,
     changed_by text,
     changed_by_name text
   )`,
  `INSERT INTO colour_clock (colour, claim_minutes, first_reply_minutes, solution_minutes, version)
   VALUES ('red', 5, 10, 30, 1), ('yellow', 30, 60, 120, 1), ('blue', 60, 720, 1440, 1)`,
  `CREATE TABLE calendar_year (
     year integer PRIMARY KEY,
     holidays date[] NOT NULL,
     workdays date[] NOT NULL,
     noted_at timestamptz NOT NULL,
     noted_by text,
     noted_by_name text
   )`,
  `CREATE TABLE clock (
     id uuid PRIMARY KEY,
     subject_type text NOT NULL,
     subject_id uuid NOT NULL,
     kind text NOT NULL,
     rank smallint NOT NULL CHECK (rank BETWEEN 0 AND 2),
     started_at timestamptz NOT NULL,
     limit_unit text NOT NULL CHECK (limit_unit IN ('minutes', 'working-days', 'until')),
     limit_value integer,
     limit_until timestamptz,
     hours_id uuid REFERENCES working_hours (id),
     ladder_name text NOT NULL,
     ladder smallint[] NOT NULL,
     step smallint NOT NULL DEFAULT 0,
     round smallint NOT NULL DEFAULT 0,
     level smallint NOT NULL DEFAULT 0,
     due_at timestamptz,
     next_at timestamptz,
     paused_at timestamptz,
     undated_year smallint,
     breached_at timestamptz,
     stopped_at timestamptz,
     outcome text,
     stopped_by text,
     stopped_by_name text,
     carries_on uuid,
     CONSTRAINT clock_limit CHECK ((limit_unit = 'until') = (limit_until IS NOT NULL)
       AND (limit_unit = 'until') = (limit_value IS NULL)),
     CONSTRAINT clock_stopped CHECK ((stopped_at IS NULL) = (outcome IS NULL)),
     CONSTRAINT clock_at_rest CHECK (next_at IS NULL OR stopped_at IS NULL),
     CONSTRAINT clock_dated CHECK (due_at IS NOT NULL OR paused_at IS NOT NULL OR undated_year IS NOT NULL)
   )`,
  'CREATE UNIQUE INDEX clock_running ON clock (subject_id, kind) WHERE stopped_at IS NULL',
  'CREATE INDEX clock_of_subject ON clock (subject_id, started_at)',
  // Those of tickets are claimed together with their ticket's row, the others by themselves.
  `CREATE INDEX clock_next_ticket ON clock (rank, next_at) WHERE next_at IS NOT NULL AND subject_type = 'ticket'`,
  `CREATE INDEX clock_next_other ON clock (rank, next_at) WHERE next_at IS NOT NULL AND subject_type <> 'ticket'`,
  'CREATE INDEX clock_undated ON clock (undated_year) WHERE undated_year IS NOT NULL AND stopped_at IS NULL',
  `CREATE TABLE clock_pause (
     clock_id uuid NOT NULL REFERENCES clock (id),
     paused_at timestamptz NOT NULL,
     resumed_at timestamptz,
     reason text NOT NULL,
     PRIMARY KEY (clock_id, paused_at),
     CHECK (resumed_at >= paused_at)
   )`,
  `CREATE TABLE clock_trail (
     seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     clock_id uuid NOT NULL,
     at timestamptz NOT NULL,
     what text NOT NULL,
     facts jsonb NOT NULL,
     actor_id text,
     actor_name text
   )`,
  'CREATE INDEX clock_trail_clock ON clock_trail (clock_id, seq)',
];

/** Clocks of tickets, reviews and crises, the hours they run in, and the years of the statutory calendar (CP-1, CP-9). */
export class CreateClocks1764010200000 implements MigrationInterface {
  readonly name = 'CreateClocks1764010200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE clock_trail, clock_pause, clock, calendar_year, colour_clock, working_hours');
  }
}
