import { listPage, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { PeopleQueries } from '../people/people.queries.js';
import type { Merge, MergePage } from './merges.dto.js';
import { MERGES } from './merges.list.js';
import { PersonMerge } from './person-merge.entity.js';

/** Reads merges straight to the answer. */
@Injectable()
export class MergeQueries {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
  ) {}

  /** Those a record, or one merged into it, ever took part in, the latest first unless sorted otherwise. @throws Problem 404 */
  async ofPatient(id: string, query: ListQuery): Promise<MergePage> {
    await this.people.require(id);
    const rows = this.source
      .createQueryBuilder(PersonMerge, 'merge')
      .where(`(merge.survivor_id IN (${FAMILY}) OR merge.retired_id IN (${FAMILY}))`, { id });
    const page = await listPage(rows, MERGES, query);
    return { items: page.items.map(presentMerge), nextCursor: page.nextCursor };
  }
}

const FAMILY = `SELECT id FROM (${descendantsOf(survivorsOf('SELECT :id::uuid AS id'))}) family`;

export function presentMerge({ mergedAt, undoneAt, ...merge }: PersonMerge): Merge {
  return { ...merge, mergedAt: mergedAt.toISOString(), undoneAt: undoneAt?.toISOString() ?? null };
}
