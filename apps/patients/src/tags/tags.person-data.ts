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
export class TagsPersonData implements PersonDataSource {
  readonly tables = ['person_tagging', 'person_tag_word'];

  readonly withoutPatients = [
    { table: 'tag', reason: 'the catalogue' },
    { table: 'segment', reason: 'saved filters; they name nobody' },
  ];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'tags', ['标签', 'Tags'], TAGS, ids),
      sectionOf(tx, 'tag-decisions', ['标签的由来', 'How you came to have them'], WORDS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [
      await removeRows(tx, 'person_tag_word', 'person_id', ids),
      await removeRows(tx, 'person_tagging', 'person_id', ids),
    ];
  }
}

const TAGS = `
  SELECT district, (SELECT array_agg(tag.zh || ' ' || tag.en ORDER BY tag.code)
                     FROM tag WHERE tag.code = ANY(person_tagging.tags)) AS tags
    FROM person_tagging WHERE person_id = ANY($1::uuid[]) ORDER BY person_id`;

const WORDS = `
  SELECT word.recorded_at AS "recordedAt", tag.zh || ' ' || tag.en AS tag, word.says, word.origin, word.reason,
         word.recorded_by AS "recordedBy"
    FROM person_tag_word word JOIN tag ON tag.code = word.tag
   WHERE word.person_id = ANY($1::uuid[]) ORDER BY word.recorded_at DESC, word.id`;
