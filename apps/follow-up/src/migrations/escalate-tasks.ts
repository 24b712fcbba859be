import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody is told when a contact of a protocol is overdue (FU-5); also of one that another stands for (FU-3). */
export class EscalateTasks1764000600002 implements MigrationInterface {
  readonly name = 'EscalateTasks1764000600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task ADD COLUMN escalates_at timestamptz, ADD COLUMN escalated_at timestamptz');
    await runner.query(
      `CREATE INDEX task_escalates ON task (escalates_at)
        WHERE escalates_at IS NOT NULL AND (status = 'open' OR (status = 'planned' AND joined_to IS NOT NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task DROP COLUMN escalates_at, DROP COLUMN escalated_at');
  }
}
