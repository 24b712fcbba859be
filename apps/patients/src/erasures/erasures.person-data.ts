import { PersonData, sectionOf, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** Requests stay as proof that they were answered, with ids, times and accounts; the words go. */
@PersonData()
export class ErasuresPersonData implements PersonDataSource {
  readonly tables = ['erasure_request'];
  readonly withoutPatients = [{ table: 'erasure_report', reason: 'counts only' }];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'erasure-requests', ['删除申请', 'Requests to erase your data'], REQUESTS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE erasure_request SET reason = '', decision_reason = NULL
        WHERE patient_id = ANY ($1::uuid[]) AND (reason <> '' OR decision_reason IS NOT NULL)`,
      [ids],
    );
    return [{ table: 'erasure_request', removed: 0, emptied, kept: 0 }];
  }
}

const REQUESTS = `
  SELECT requested_at AS "requestedAt", state, asked_by AS "askedBy", identity_check AS "identityCheck", reason,
         requested_by AS "requestedBy", decided_at AS "decidedAt", decided_by AS "decidedBy",
         decision_reason AS "decisionReason", keep_until AS "keepUntil"
    FROM erasure_request WHERE patient_id = ANY ($1::uuid[]) ORDER BY requested_at DESC, id`;
