import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { gramsOf, isChineseText, readingText, searchText } from './name-search.js';
import { isWorthWalking } from './walk.rules.js';

/** Knows which names so many have that their records need not be looked up in the inverted index. */
@Injectable()
export class NameStatistics {
  constructor(private readonly source: DataSource) {}

  /**
   * Whether a page of those with such a name is met early by reading the records in their order. By what PostgreSQL
   * counted last: of a key it did not find common, and of several keys together, no.
   */
  async isMetEarly(q: string, limit: number): Promise<boolean> {
    const key = soleKeyOf(searchText(q), readingText(q));
    if (!key) return false;
    const [counted] = await prepared<{ share: number; records: number }>(
      this.source,
      'patients.name-share',
      SHARE,
      key,
    );
    return counted !== undefined && isWorthWalking({ ...counted, wanted: limit + 1 });
  }
}

function soleKeyOf(text: string, reading: string): [column: string, key: string] | undefined {
  if (!isChineseText(text)) return ['name_readings', reading];
  const [gram, ...others] = gramsOf(text);
  return gram === undefined || others.length > 0 ? undefined : ['name_grams', gram];
}

const SHARE = `
  SELECT common.share, (SELECT reltuples FROM pg_class WHERE oid = 'person'::regclass) AS records
    FROM pg_stats s
   CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS common (key, share)
   WHERE s.schemaname = current_schema() AND s.tablename = 'person' AND s.attname = $1 AND common.key = $2`;
