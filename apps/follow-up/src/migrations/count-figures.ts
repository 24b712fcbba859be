import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // What the follow-up rate is counted from: every stay that ended, also one that got no plan.
  `ALTER TABLE stay
     ADD COLUMN class text,
     ADD COLUMN left_at timestamptz,
     ADD COLUMN department_code text,
     ADD COLUMN deceased boolean NOT NULL DEFAULT false`,
  // Until now only inpatients got plans; of other stays the moment they ended was not kept.
  `UPDATE stay SET class = 'inpatient', left_at = plan.left_at, department_code = plan.department_code
     FROM plan WHERE plan.encounter_id = stay.encounter_id AND plan.discharge_number = stay.discharge_number`,
  `CREATE INDEX stay_left ON stay (left_at) WHERE status = 'discharged'`,
  'CREATE INDEX task_completed ON task (completed_at) WHERE completed_at IS NOT NULL',
  `CREATE INDEX task_contact ON task (encounter_id, completed_at) WHERE outcome = 'reached'`,
];

const DOWN = [
  'DROP INDEX stay_left, task_completed, task_contact',
  'ALTER TABLE stay DROP COLUMN class, DROP COLUMN left_at, DROP COLUMN department_code, DROP COLUMN deceased',
];

/** What FU-12's indicators are counted from. */
export class CountFigures1764000500000 implements MigrationInterface {
  readonly name = 'CountFigures1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
