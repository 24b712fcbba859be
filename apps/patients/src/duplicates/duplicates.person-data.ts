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
export class DuplicatesPersonData implements PersonDataSource {
  readonly tables = ['duplicate_pair', 'duplicate_check'];

  readonly withoutPatients = [{ table: 'remembered_setting', reason: 'settings by which rows were made' }];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'probable-duplicates', ['疑似重复档案', 'Records that may be yours too'], PAIRS, ids),
      sectionOf(tx, 'duplicate-checks', ['待查重', 'Waiting to be compared'], CHECKS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [
      await removeRows(tx, 'duplicate_pair', 'one_id', ids),
      await removeRows(tx, 'duplicate_pair', 'other_id', ids),
      await removeRows(tx, 'duplicate_check', 'person_id', ids),
    ];
  }
}

const PAIRS = `
  SELECT found_at AS "foundAt", state, score, reasons, decided_at AS "decidedAt", decided_by AS "decidedBy"
    FROM duplicate_pair WHERE one_id = ANY($1::uuid[]) OR other_id = ANY($1::uuid[]) ORDER BY found_at DESC, id`;

const CHECKS = `
  SELECT due_at AS "dueAt" FROM duplicate_check WHERE person_id = ANY($1::uuid[]) ORDER BY due_at`;
