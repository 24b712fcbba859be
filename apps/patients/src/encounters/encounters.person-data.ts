import {
  PersonData,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Visits with diagnoses and procedures: the medical record itself. */
@PersonData()
export class EncountersPersonData implements PersonDataSource {
  readonly tables = ['encounter'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [await sealRows(tx, erasure, 'encounter', 'patient_id', ids)];
  }
}
