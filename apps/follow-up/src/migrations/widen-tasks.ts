import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'visit', 'in-hospital-care', 'pain', 'education', 'survey', 'call-back', 'green-channel'`;

const UP = [
  `ALTER TABLE task
     ADD COLUMN mode text NOT NULL DEFAULT 'call' CHECK (mode IN ('call', 'message', 'form', 'letter')),
     ADD COLUMN questionnaire_code text,
     ADD COLUMN questionnaire_version integer,
     ADD COLUMN skill text,
     ADD COLUMN opens_at timestamptz,
     ADD COLUMN due_at timestamptz,
     ALTER COLUMN encounter_id DROP NOT NULL,
     DROP CONSTRAINT task_kind_check,
     ADD CONSTRAINT task_kind_check CHECK (kind IN (${KINDS}))`,
  'DROP INDEX task_of_stay',
  `CREATE UNIQUE INDEX task_of_stay ON task (encounter_id) WHERE kind = 'in-hospital-care' AND status = 'open'`,
];

/** Tasks by other means than a call, counted in hours, asking something, and outside plans (FU-3, FU-7, FU-11). */
export class WidenTasks1764000100000 implements MigrationInterface {
  readonly name = 'WidenTasks1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM task WHERE kind NOT IN ('visit', 'in-hospital-care') OR encounter_id IS NULL`);
    await runner.query('DROP INDEX task_of_stay');
    await runner.query(
      `CREATE UNIQUE INDEX task_of_stay ON task (encounter_id) WHERE plan_id IS NULL AND status = 'open'`,
    );
    await runner.query(
      `ALTER TABLE task DROP COLUMN mode, DROP COLUMN questionnaire_code, DROP COLUMN questionnaire_version,
         DROP COLUMN skill, DROP COLUMN opens_at, DROP COLUMN due_at, ALTER COLUMN encounter_id SET NOT NULL,
         DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check CHECK (kind IN ('visit', 'in-hospital-care'))`,
    );
  }
}
