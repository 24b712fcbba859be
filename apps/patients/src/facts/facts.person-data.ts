import {
  PersonData,
  MEDICAL_RECORD,
  removeRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

const MEDICAL_TOPICS = ['bloodType', 'allergies', 'conditions'];

/** Blood type, allergies and chronic conditions are part of the medical record; how somebody came to us is not. */
@PersonData()
export class FactsPersonData implements PersonDataSource {
  readonly tables = ['person_fact'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const kept = erasure.seals ? await this.seal(tx, ids, erasure) : 0;
    const gone = await removeRows(tx, 'person_fact', 'person_id', ids);
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE person_fact SET value = value - 'referrerId'
        WHERE topic = 'source' AND value ->> 'referrerId' = ANY ($1::text[])`,
      [ids],
    );
    return [{ ...gone, emptied, kept, ...(kept > 0 ? { reason: MEDICAL_RECORD } : {}) }];
  }

  private async seal(tx: EntityManager, ids: readonly string[], erasure: Erasure): Promise<number> {
    const [rows]: [{ row: Record<string, unknown> }[], number] = await tx.query(
      `DELETE FROM person_fact WHERE person_id = ANY ($1::uuid[]) AND topic = ANY ($2::text[])
        RETURNING to_jsonb(person_fact) AS row`,
      [ids, MEDICAL_TOPICS],
    );
    erasure.seal(
      'person_fact',
      rows.map(({ row }) => row),
    );
    return rows.length;
  }
}
