import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUEUE = `ON task (
     (coalesce(assigned_to, '')), (coalesce(skill, '')),
     (CASE WHEN kind IN ('green-channel', 'pain', 'call-back') OR promised_at IS NOT NULL THEN 0 ELSE 1 END),
     (coalesce(due_on, opens_on)), (coalesce(ready_at, TIMESTAMPTZ '-infinity')), id)
   WHERE status = 'open' AND mode = 'call' AND kind <> 'in-hospital-care'`;

const UP = [
  // When the lease of a hand-out ends; null when it has ended.
  'ALTER TABLE task_hand_out ADD COLUMN lease_until timestamptz',
  `UPDATE task_hand_out SET lease_until = task.claimed_until
     FROM task WHERE task.id = task_id AND task.claimed_by = account_id`,
  'CREATE INDEX task_hand_out_lease ON task_hand_out (lease_until) WHERE lease_until IS NOT NULL',
  'CREATE INDEX task_hand_out_account ON task_hand_out (account_id)',
  // Room for a claim beside its task: an update that finds some, and changes no index, writes this one page.
  'ALTER TABLE task SET (fillfactor = 90)',
  `CREATE INDEX task_calls ${QUEUE}`,
  'DROP INDEX task_queue, task_claim, task_lease',
  'ALTER INDEX task_calls RENAME TO task_queue',
];

const DOWN = [
  `CREATE INDEX task_calls ${QUEUE} AND claimed_by IS NULL`,
  'DROP INDEX task_queue',
  'ALTER INDEX task_calls RENAME TO task_queue',
  'CREATE INDEX task_claim ON task (claimed_by) WHERE claimed_by IS NOT NULL',
  'CREATE INDEX task_lease ON task (claimed_until) WHERE claimed_until IS NOT NULL',
  'ALTER TABLE task RESET (fillfactor)',
  'DROP INDEX task_hand_out_account, task_hand_out_lease',
  'ALTER TABLE task_hand_out DROP COLUMN lease_until',
];

/** Who has a task in hand stands in no index of the task: a claim rewrites none (FU-7, ADR 86). */
export class ClaimWithoutIndexes1768100300000 implements MigrationInterface {
  readonly name = 'ClaimWithoutIndexes1768100300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
