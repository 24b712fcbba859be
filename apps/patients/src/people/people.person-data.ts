import {
  PersonData,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Who the person is. Goes last: every other table of the service may refer to it. */
@PersonData()
export class PeoplePersonData implements PersonDataSource {
  readonly tables = ['person_identifier', 'person'];
  readonly withoutPatients = [{ table: 'reported_id_namespace', reason: 'one row, no person' }];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [
      await sealRows(tx, erasure, 'person_identifier', 'person_id', ids),
      await sealRows(tx, erasure, 'person', 'id', ids),
    ];
  }
}
