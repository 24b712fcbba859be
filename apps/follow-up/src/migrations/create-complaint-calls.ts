import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaintCallV1 } from '../questionnaires/standard/complaint-call.v1.js';
import { removeQuestionnaires, seedQuestionnaire } from './seed-questionnaires.js';

const UP = [
  `CREATE TABLE complaint_call (
     id uuid PRIMARY KEY,
     ticket_id uuid NOT NULL,
     patient_id uuid NOT NULL,
     task_id uuid,
     requested_at timestamptz NOT NULL,
     verdict text CHECK (verdict IN ('satisfied', 'unsatisfied')),
     response_id uuid,
     outcome text CHECK (outcome IN ('satisfied', 'unsatisfied', 'unreachable', 'declined', 'withdrawn')),
     ended_at timestamptz
   )`,
  'CREATE UNIQUE INDEX complaint_call_task ON complaint_call (task_id) WHERE task_id IS NOT NULL',
  'CREATE INDEX complaint_call_patient ON complaint_call (patient_id)',
];

/** Calls after a complaint was closed, and what they ask (CP-4). */
export class CreateComplaintCalls1764010300000 implements MigrationInterface {
  readonly name = 'CreateComplaintCalls1764010300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await seedQuestionnaire(runner, 'complaint-call', complaintCallV1);
  }

  async down(runner: QueryRunner): Promise<void> {
    await removeQuestionnaires(runner, ['complaint-call']);
    await runner.query('DROP TABLE complaint_call');
  }
}
