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

/** That the person was asked about a complaint, and whether it was settled well. */
@PersonData()
export class ComplaintCallsPersonData implements PersonDataSource {
  readonly tables = ['complaint_call'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'complaint-calls', ['投诉回访', 'Calls after a complaint'], CALLS, ids)]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [await sealRows(tx, erasure, 'complaint_call', 'patient_id', ids)];
  }
}

const CALLS = `
  SELECT requested_at AS "requestedAt", outcome, ended_at AS "endedAt", verdict, ticket_id AS "ticketId",
         task_id AS "taskId", response_id AS "responseId", id
    FROM complaint_call WHERE patient_id = ANY($1::uuid[]) ORDER BY requested_at DESC, id`;
