import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Urgent tasks and promised calls wait for no single nurse any more: her shift may be over (FU-7). */
export class FreeUrgentTasks1766300300000 implements MigrationInterface {
  readonly name = 'FreeUrgentTasks1766300300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE task SET assigned_to = NULL
        WHERE assigned_to IS NOT NULL AND status = 'open' AND mode = 'call' AND kind <> 'in-hospital-care'
          AND (kind IN ('green-channel', 'pain', 'call-back') OR promised_at IS NOT NULL)`,
    );
  }

  /** Whose they were is not known any more, and nobody misses it. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
