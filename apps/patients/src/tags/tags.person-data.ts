import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class TagsPersonData implements PersonDataSource {
  readonly tables = ['person_tagging', 'person_tag_word'];

  readonly withoutPatients = [
    { table: 'tag', reason: 'the catalogue' },
    { table: 'segment', reason: 'saved filters; they name nobody' },
  ];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [
      await removeRows(tx, 'person_tag_word', 'person_id', ids),
      await removeRows(tx, 'person_tagging', 'person_id', ids),
    ];
  }
}
