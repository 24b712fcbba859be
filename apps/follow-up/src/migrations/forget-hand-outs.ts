import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONSTRAINT = 'task_hand_out_task_id_fkey';

/** A task that goes, as in an erasure, takes along to whom it was handed instead of standing in the way (PT-9). */
export class ForgetHandOuts1766300770000 implements MigrationInterface {
  readonly name = 'ForgetHandOuts1766300770000';

  async up(runner: QueryRunner): Promise<void> {
    await refer(runner, 'ON DELETE CASCADE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await refer(runner, '');
  }
}

async function refer(runner: QueryRunner, ending: string): Promise<void> {
  await runner.query(
    `ALTER TABLE task_hand_out DROP CONSTRAINT ${CONSTRAINT},
       ADD CONSTRAINT ${CONSTRAINT} FOREIGN KEY (task_id) REFERENCES task (id) ${ending}`,
  );
}
