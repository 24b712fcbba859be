import {
  PersonData,
  removeRows,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Which records are one person, and which are not. Merges are part of the record they explain. */
@PersonData()
export class MergesPersonData implements PersonDataSource {
  readonly tables = ['person_merge', 'person_apart'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'merges', ['档案合并', 'Records joined to yours'], MERGES, ids),
      sectionOf(tx, 'told-apart', ['确认不是同一人', 'Told apart from somebody else'], APART, ids),
    ]);
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

const MERGES = `
  SELECT merged_at AS "mergedAt", cause, reason, merged_by AS "mergedBy", undone_at AS "undoneAt",
         undone_by AS "undoneBy", undo_reason AS "undoReason",
         CASE WHEN survivor_id = ANY($1::uuid[]) THEN survivor_id END AS "survivorId",
         CASE WHEN retired_id = ANY($1::uuid[]) THEN retired_id END AS "retiredId"
    FROM person_merge WHERE survivor_id = ANY($1::uuid[]) OR retired_id = ANY($1::uuid[]) ORDER BY merged_at DESC, id`;

const APART = `
  SELECT decided_at AS "decidedAt", decided_by AS "decidedBy"
    FROM person_apart WHERE one_id = ANY($1::uuid[]) OR other_id = ANY($1::uuid[]) ORDER BY decided_at DESC`;
