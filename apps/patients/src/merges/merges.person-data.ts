import {
  PersonData,
  removeRows,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Which records are one person, and which are not. Merges are part of the record they explain. */
@PersonData()
export class MergesPersonData implements PersonDataSource {
  readonly tables = ['person_merge', 'person_apart'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [
      await sealRows(tx, erasure, 'person_merge', 'survivor_id', ids),
      await removeRows(tx, 'person_merge', 'retired_id', ids),
      await removeRows(tx, 'person_apart', 'one_id', ids),
      await removeRows(tx, 'person_apart', 'other_id', ids),
    ];
  }
}
