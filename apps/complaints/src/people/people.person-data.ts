import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** Which ids are one person: ids and nothing else, so there is nothing to hand out. */
@PersonData()
export class PeoplePersonData implements PersonDataSource {
  readonly tables = ['person'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'person', 'id', ids)];
  }
}
