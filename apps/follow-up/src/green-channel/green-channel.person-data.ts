import {
  PersonData,
  sealRows,
  sectionOf,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** That the person was in pain, who called and what came of it. */
@PersonData()
export class GreenChannelPersonData implements PersonDataSource {
  readonly tables = ['green_channel_case'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'green-channel-cases', ['疼痛绿色通道', 'Green channel for pain'], CASES, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [await sealRows(tx, erasure, 'green_channel_case', 'patient_id', ids)];
  }
}

const CASES = `
  SELECT opened_at AS "openedAt", score, channel, status, acknowledged_at AS "acknowledgedAt",
         acknowledged_by_name AS "acknowledgedBy", escalated_at AS "escalatedAt", unanswered_calls AS "unansweredCalls",
         outcome, note, closed_at AS "closedAt", closed_by_name AS "closedBy", department_code AS department,
         response_root_id AS "responseId", task_id AS "taskId", plan_id AS "planId", encounter_id AS "encounterId", id
    FROM green_channel_case WHERE patient_id = ANY($1::uuid[]) ORDER BY opened_at DESC, id`;
