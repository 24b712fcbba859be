import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Segments whose members are followed up (FU-11). */
export class RunSegments1764000600003 implements MigrationInterface {
  readonly name = 'RunSegments1764000600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE segment_run (
         id uuid PRIMARY KEY,
         segment_id uuid NOT NULL,
         segment_name text,
         protocol_code text NOT NULL,
         protocol_version integer NOT NULL,
         anchored_at timestamptz NOT NULL,
         department_code text,
         department_name text,
         state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
         fault text,
         members integer,
         begun integer NOT NULL,
         existing integer NOT NULL,
         refused integer NOT NULL,
         reached uuid,
         sees_personal boolean NOT NULL,
         requested_by text,
         created_at timestamptz NOT NULL,
         finished_at timestamptz,
         CONSTRAINT segment_run_fault CHECK ((state = 'failed') = (fault IS NOT NULL)),
         CONSTRAINT segment_run_end CHECK ((state = 'waiting') = (finished_at IS NULL))
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE segment_run');
  }
}
