import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  'ALTER TABLE plan RENAME COLUMN discharged_at TO anchored_at',
  'ALTER TABLE plan RENAME COLUMN discharged_on TO anchored_on',
  `ALTER TABLE plan
     ADD COLUMN anchor text NOT NULL DEFAULT 'discharge'
       CHECK (anchor IN ('discharge', 'operation', 'visit', 'consultation', 'admission')),
     ALTER COLUMN encounter_id DROP NOT NULL,
     DROP CONSTRAINT plan_discharge`,
  // A stay is discharged once a number, operated on once a day, and visited once; at will there is no stay to repeat.
  `CREATE UNIQUE INDEX plan_begun ON plan (
     encounter_id, anchor, discharge_number, (CASE anchor WHEN 'operation' THEN anchored_on - DATE '1900-01-01' ELSE 0 END)
   )`,
  'ALTER TABLE task ADD COLUMN joined_to uuid',
  'CREATE INDEX task_joined ON task (joined_to) WHERE joined_to IS NOT NULL',
  'ALTER TABLE protocol DROP CONSTRAINT protocol_status_check',
  `UPDATE protocol SET status = 'published' WHERE status = 'active'`,
  `UPDATE protocol SET definition = jsonb_set(definition, '{appliesTo,anchor}', '"discharge"')
    WHERE NOT definition -> 'appliesTo' ? 'anchor'`,
  `ALTER TABLE protocol
     ADD COLUMN revision integer NOT NULL DEFAULT 1,
     ADD COLUMN published_at timestamptz,
     ADD COLUMN retired_at timestamptz,
     ADD CONSTRAINT protocol_status_check CHECK (status IN ('draft', 'published', 'retired'))`,
  `CREATE UNIQUE INDEX protocol_draft ON protocol (code) WHERE status = 'draft'`,
];

const DOWN = [
  `DELETE FROM protocol WHERE status = 'draft'`,
  'DROP INDEX protocol_draft',
  'ALTER TABLE protocol DROP CONSTRAINT protocol_status_check',
  `UPDATE protocol SET status = 'active' WHERE status = 'published'`,
  `ALTER TABLE protocol DROP COLUMN revision, DROP COLUMN published_at, DROP COLUMN retired_at,
     ADD CONSTRAINT protocol_status_check CHECK (status IN ('active', 'retired'))`,
  'ALTER TABLE task DROP COLUMN joined_to',
  `DELETE FROM task WHERE plan_id IN (SELECT id FROM plan WHERE anchor <> 'discharge')`,
  `DELETE FROM plan_trail WHERE plan_id IN (SELECT id FROM plan WHERE anchor <> 'discharge')`,
  `DELETE FROM plan WHERE anchor <> 'discharge'`,
  'DROP INDEX plan_begun',
  `ALTER TABLE plan DROP COLUMN anchor, ALTER COLUMN encounter_id SET NOT NULL,
     ADD CONSTRAINT plan_discharge UNIQUE (encounter_id, discharge_number)`,
  'ALTER TABLE plan RENAME COLUMN anchored_on TO discharged_on',
  'ALTER TABLE plan RENAME COLUMN anchored_at TO discharged_at',
];

/** Plans of operations, visits and requests beside those of discharges; contacts that stand for others; drafts (FU-3, FU-5). */
export class AnchorPlans1764000100001 implements MigrationInterface {
  readonly name = 'AnchorPlans1764000100001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
