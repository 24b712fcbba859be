import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE task_hand_out (
     task_id uuid NOT NULL REFERENCES task (id),
     account_id text COLLATE "C" NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (task_id, account_id)
   )`,
  'CREATE INDEX task_hand_out_at ON task_hand_out (at)',
  `INSERT INTO task_hand_out (task_id, account_id, at)
   SELECT id, claimed_by, coalesce(claimed_at, claimed_until) FROM task WHERE claimed_by IS NOT NULL`,
  'ALTER TABLE task_attempt ADD COLUMN late boolean NOT NULL DEFAULT false',
];

/** To whom a task was handed: what came of her call is kept, whatever became of the task meanwhile (FU-7, ADR 77). */
export class KeepHandOuts1766300700000 implements MigrationInterface {
  readonly name = 'KeepHandOuts1766300700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task_attempt DROP COLUMN late');
    await runner.query('DROP TABLE task_hand_out');
  }
}
