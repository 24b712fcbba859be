import { List } from '#platform';
import { Merge } from './merges.dto.js';
import { MERGE_CAUSES } from './person-merge.entity.js';

/** Of a query of merges named `merge`. */
export const MERGES = new List({
  name: 'merges',
  item: Merge,
  fields: {
    id: { sql: 'merge.id', type: 'uuid' },
    survivorId: { sql: 'merge.survivor_id', type: 'uuid' },
    retiredId: { sql: 'merge.retired_id', type: 'uuid' },
    cause: { sql: 'merge.cause', type: 'enum', values: MERGE_CAUSES },
    mergedAt: { sql: 'merge.merged_at', type: 'instant' },
    undoneAt: { sql: 'merge.undone_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-mergedAt',
  example: `cause eq 'agent' and undoneAt eq null`,
});
