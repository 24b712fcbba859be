import {
  PersonData,
  removeRows,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class PromisesPersonData implements PersonDataSource {
  readonly tables = ['promise'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'promises', ['对您的承诺', 'Promises made to you'], PROMISES, ids)]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'promise', 'person_id', ids)];
  }
}

const PROMISES = `
  SELECT made_at AS "madeAt", text, due_on AS "dueOn", made_by AS "madeBy", kept_at AS "keptAt", kept_by AS "keptBy"
    FROM promise WHERE person_id = ANY($1::uuid[]) ORDER BY made_at DESC, id`;
