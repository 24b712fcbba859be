import {
  PersonData,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Consents prove that the data were used lawfully: they stay with the medical record, and go with it. */
@PersonData()
export class DecisionsPersonData implements PersonDataSource {
  readonly tables = ['person_decision'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [await sealRows(tx, erasure, 'person_decision', 'person_id', ids)];
  }
}
