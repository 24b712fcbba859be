import { List } from '#platform';
import { Duplicate } from './duplicates.dto.js';

/** Of a query of pairs named `pair`. */
export const DUPLICATES = new List({
  name: 'duplicates',
  item: Duplicate,
  fields: {
    id: { sql: 'pair.id', type: 'uuid' },
    score: { sql: 'pair.score', type: 'number' },
    foundAt: { sql: 'pair.found_at', type: 'instant' },
    decidedAt: { sql: 'pair.decided_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-score',
  example: 'score ge 100',
});
