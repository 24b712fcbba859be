import { PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** Requests stay as proof that they were answered, with ids, times and accounts; the words go. */
@PersonData()
export class ErasuresPersonData implements PersonDataSource {
  readonly tables = ['erasure_request'];
  readonly withoutPatients = [{ table: 'erasure_report', reason: 'counts only' }];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
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
