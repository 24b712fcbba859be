import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE green_channel_case (
     id uuid PRIMARY KEY,
     patient_id uuid NOT NULL,
     encounter_id uuid,
     plan_id uuid,
     task_id uuid,
     response_root_id uuid NOT NULL CONSTRAINT green_channel_response UNIQUE,
     department_code text,
     score integer NOT NULL,
     channel text NOT NULL,
     status text NOT NULL CHECK (status IN ('open', 'closed')),
     opened_at timestamptz NOT NULL,
     due_at timestamptz,
     acknowledged_at timestamptz,
     acknowledged_by text,
     acknowledged_by_name text,
     escalated_at timestamptz,
     unanswered_calls integer NOT NULL DEFAULT 0,
     outcome text,
     note text,
     closed_at timestamptz,
     closed_by text,
     closed_by_name text,
     CONSTRAINT green_channel_due CHECK (due_at IS NULL OR (status = 'open' AND escalated_at IS NULL)),
     CONSTRAINT green_channel_outcome CHECK ((status = 'closed') = (outcome IS NOT NULL))
   )`,
  `CREATE UNIQUE INDEX green_channel_open ON green_channel_case (patient_id) WHERE status = 'open'`,
  'CREATE INDEX green_channel_patient ON green_channel_case (patient_id)',
  'CREATE INDEX green_channel_list ON green_channel_case (opened_at DESC, id DESC)',
  'CREATE INDEX green_channel_task ON green_channel_case (task_id) WHERE task_id IS NOT NULL',
  'CREATE INDEX green_channel_due_at ON green_channel_case (due_at) WHERE due_at IS NOT NULL',
  `CREATE TABLE education_message (
     id uuid PRIMARY KEY,
     patient_id uuid NOT NULL,
     plan_id uuid,
     response_id uuid NOT NULL,
     planned_for timestamptz NOT NULL,
     due_at timestamptz,
     sent boolean,
     CONSTRAINT education_message_once UNIQUE (patient_id, planned_for),
     CONSTRAINT education_message_sent CHECK ((due_at IS NULL) = (sent IS NOT NULL))
   )`,
  'CREATE INDEX education_message_due ON education_message (due_at) WHERE due_at IS NOT NULL',
  'CREATE INDEX education_message_age ON education_message (planned_for) WHERE due_at IS NULL',
  'ALTER TABLE patient_link ADD COLUMN call_at timestamptz, ADD COLUMN call_task_id uuid',
  'CREATE INDEX patient_link_call ON patient_link (call_at) WHERE call_at IS NOT NULL',
  'CREATE INDEX patient_link_call_task ON patient_link (call_task_id) WHERE call_task_id IS NOT NULL',
];

/** Pain that a doctor has to call about, advice the day after, and calls in place of answers (FU-4). */
export class CreateGreenChannel1764000400001 implements MigrationInterface {
  readonly name = 'CreateGreenChannel1764000400001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE patient_link DROP COLUMN call_at, DROP COLUMN call_task_id');
    await runner.query('DROP TABLE education_message, green_channel_case');
  }
}
