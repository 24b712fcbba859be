import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KEY_PATIENT_TAG } from '../tags/key-patient-tag.js';

/** ADR 70: which procedures of a visit the other services were told of, and the tag of key patients. */
export class RecordProcedures1767264600070 implements MigrationInterface {
  readonly name = 'RecordProcedures1767264600070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE encounter ADD COLUMN recorded_procedures jsonb NOT NULL DEFAULT '[]'`);
    const { code, dimension, zh, en } = KEY_PATIENT_TAG;
    // A hospital may have added its own; the code is what counts.
    await runner.query(
      'INSERT INTO tag (code, dimension, zh, en) VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO NOTHING',
      [code, dimension, zh, en],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE encounter DROP COLUMN recorded_procedures');
  }
}
