import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class CardsPersonData implements PersonDataSource {
  readonly tables = ['membership_card'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'membership_card', 'person_id', ids)];
  }
}
