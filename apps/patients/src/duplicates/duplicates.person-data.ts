import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class DuplicatesPersonData implements PersonDataSource {
  readonly tables = ['duplicate_pair', 'duplicate_check'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [
      await removeRows(tx, 'duplicate_pair', 'one_id', ids),
      await removeRows(tx, 'duplicate_pair', 'other_id', ids),
      await removeRows(tx, 'duplicate_check', 'person_id', ids),
    ];
  }
}
