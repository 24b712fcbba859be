import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works on a task, and when it may be handed out (FU-7). */
const COLUMNS = [
  'assigned_to text COLLATE "C"',
  'claimed_by text COLLATE "C"',
  'claimed_until timestamptz',
  'given_back_by text COLLATE "C"',
  'ready_at timestamptz',
  'promised_at timestamptz',
  'avoid_band text',
  'attempts integer NOT NULL DEFAULT 0',
  'letter_sent_on date',
  'letter_returned_on date',
];

const TABLES = [
  `CREATE TABLE task_attempt (
     id uuid PRIMARY KEY,
     task_id uuid NOT NULL REFERENCES task (id),
     patient_id uuid NOT NULL,
     number integer NOT NULL,
     at timestamptz NOT NULL,
     outcome text NOT NULL,
     note text,
     call_later_at timestamptz,
     next_at timestamptz,
     response_id uuid,
     by_id text COLLATE "C",
     by_name text,
     CONSTRAINT task_attempt_number UNIQUE (task_id, number)
   )`,
  `CREATE TABLE contact_times (
     patient_id uuid PRIMARY KEY,
     declared jsonb NOT NULL,
     noted_at timestamptz NOT NULL,
     noted_by text,
     noted_by_name text
   )`,
  `CREATE TABLE calendar_year (
     year integer PRIMARY KEY,
     holidays date[] NOT NULL,
     noted_at timestamptz NOT NULL,
     noted_by text,
     noted_by_name text
   )`,
  `CREATE TABLE known_member (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     skills text[] NOT NULL,
     active boolean NOT NULL,
     version integer NOT NULL
   )`,
  `CREATE TABLE known_account (
     id text COLLATE "C" PRIMARY KEY,
     member_id uuid,
     roles text[] NOT NULL,
     active boolean NOT NULL,
     version integer NOT NULL
   )`,
  `CREATE TABLE known_shift (
     id uuid PRIMARY KEY,
     member_id uuid NOT NULL,
     role text NOT NULL,
     starts_at timestamptz NOT NULL,
     ends_at timestamptz NOT NULL,
     cancelled boolean NOT NULL,
     version integer NOT NULL
   )`,
];

const INDEXES = [
  // Spelled as desk/queue.sql.ts does, which a test compares by the plan of the query.
  `CREATE INDEX task_queue ON task (
     (coalesce(assigned_to, '')), (coalesce(skill, '')),
     (CASE WHEN kind IN ('green-channel', 'pain', 'call-back') OR promised_at IS NOT NULL THEN 0 ELSE 1 END),
     (coalesce(due_on, opens_on)), (coalesce(ready_at, TIMESTAMPTZ '-infinity')), id)
   WHERE status = 'open' AND mode = 'call' AND kind <> 'in-hospital-care' AND claimed_by IS NULL`,
  `CREATE INDEX task_claim ON task (claimed_by) WHERE claimed_by IS NOT NULL`,
  `CREATE INDEX task_lease ON task (claimed_until) WHERE claimed_until IS NOT NULL`,
  `CREATE INDEX task_assigned ON task (assigned_to, (coalesce(due_on, opens_on)), id)
     WHERE assigned_to IS NOT NULL AND status = 'open'`,
  'CREATE INDEX task_attempt_patient ON task_attempt (patient_id)',
  'CREATE INDEX task_attempt_nurse ON task_attempt (by_id, at)',
  'CREATE INDEX known_account_member ON known_account (member_id)',
  'CREATE INDEX known_shift_end ON known_shift (ends_at)',
];

export class HandOutTasks1764000200000 implements MigrationInterface {
  readonly name = 'HandOutTasks1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE task ${COLUMNS.map((column) => `ADD COLUMN ${column}`).join(', ')}`);
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE known_shift, known_account, known_member, calendar_year, contact_times, task_attempt',
    );
    const names = COLUMNS.map((column) => column.split(' ')[0]);
    await runner.query(`ALTER TABLE task ${names.map((name) => `DROP COLUMN ${name}`).join(', ')}`);
  }
}
