import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** The small copies this service keeps of people and their stays. */
@PersonData()
export class PeoplePersonData implements PersonDataSource {
  readonly tables = ['stay', 'person'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'stay', 'patient_id', ids), await removeRows(tx, 'person', 'id', ids)];
  }
}
