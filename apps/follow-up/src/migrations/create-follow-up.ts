import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE person (
     id uuid PRIMARY KEY,
     survivor_id uuid,
     merged boolean NOT NULL DEFAULT false,
     deceased boolean NOT NULL DEFAULT false,
     death_revoked_at timestamptz
   )`,
  `CREATE TABLE stay (
     encounter_id uuid PRIMARY KEY,
     patient_id uuid NOT NULL,
     status text NOT NULL CHECK (status IN ('open', 'discharged', 'cancelled')),
     last_seen_on date NOT NULL,
     discharge_number integer NOT NULL DEFAULT 0,
     cancelled_at timestamptz
   )`,
  `CREATE TABLE protocol (
     code text COLLATE "C" NOT NULL,
     version integer NOT NULL,
     name_zh text NOT NULL,
     name_en text NOT NULL,
     status text NOT NULL CHECK (status IN ('active', 'retired')),
     definition jsonb NOT NULL,
     PRIMARY KEY (code, version)
   )`,
  // No foreign key to the protocol: every discharge would share-lock the same row, and versions are never deleted.
  `CREATE TABLE plan (
     id uuid PRIMARY KEY,
     patient_id uuid NOT NULL,
     encounter_id uuid NOT NULL,
     discharge_number integer NOT NULL,
     protocol_code text COLLATE "C" NOT NULL,
     protocol_version integer NOT NULL,
     status text NOT NULL CHECK (status IN ('active', 'paused', 'ended')),
     end_reason text,
     end_note text,
     ended_at timestamptz,
     withdrawal text,
     discharged_at timestamptz NOT NULL,
     discharged_on date NOT NULL,
     left_at timestamptz NOT NULL,
     left_on date NOT NULL,
     department_code text,
     department_name text,
     remark text,
     created_at timestamptz NOT NULL,
     version integer NOT NULL,
     CONSTRAINT plan_discharge UNIQUE (encounter_id, discharge_number),
     CONSTRAINT plan_end CHECK ((status = 'ended') = (end_reason IS NOT NULL))
   )`,
  `CREATE TABLE task (
     id uuid PRIMARY KEY,
     plan_id uuid REFERENCES plan (id),
     patient_id uuid NOT NULL,
     encounter_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('visit', 'in-hospital-care')),
     step text NOT NULL,
     recurrence integer,
     name_zh text NOT NULL,
     name_en text NOT NULL,
     status text NOT NULL CHECK (status IN ('planned', 'open', 'done', 'lapsed', 'cancelled')),
     opens_on date NOT NULL,
     due_on date,
     lapses_on date,
     deadline_at timestamptz,
     outcome text,
     note text,
     completed_at timestamptz,
     completed_by text,
     completed_by_name text,
     close_reason text,
     closed_at timestamptz,
     version integer NOT NULL,
     CONSTRAINT task_step UNIQUE (plan_id, step),
     CONSTRAINT task_days CHECK (plan_id IS NULL OR (due_on IS NOT NULL AND lapses_on IS NOT NULL)),
     CONSTRAINT task_outcome CHECK ((status = 'done') = (outcome IS NOT NULL))
   )`,
  `CREATE TABLE plan_trail (
     seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     plan_id uuid NOT NULL REFERENCES plan (id),
     at timestamptz NOT NULL,
     what text NOT NULL,
     step text,
     reason text,
     note text,
     actor_id text,
     actor_name text,
     cause text
   )`,
];

const INDEXES = [
  'CREATE INDEX person_survivor ON person (survivor_id) WHERE survivor_id IS NOT NULL',
  `CREATE INDEX stay_open ON stay (patient_id) WHERE status = 'open'`,
  'CREATE INDEX plan_patient ON plan (patient_id)',
  'CREATE INDEX plan_list ON plan (discharged_at DESC, id DESC)',
  'CREATE INDEX task_patient ON task (patient_id)',
  'CREATE INDEX task_list ON task ((coalesce(due_on, opens_on)), id)',
  `CREATE INDEX task_open ON task ((coalesce(due_on, opens_on)), id) WHERE status = 'open'`,
  'CREATE INDEX task_deadline ON task (deadline_at) WHERE deadline_at IS NOT NULL',
  `CREATE UNIQUE INDEX task_of_stay ON task (encounter_id) WHERE plan_id IS NULL AND status = 'open'`,
  'CREATE INDEX plan_trail_plan ON plan_trail (plan_id, seq)',
];

export class CreateFollowUp1764000000000 implements MigrationInterface {
  readonly name = 'CreateFollowUp1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plan_trail, task, plan, protocol, stay, person');
  }
}
