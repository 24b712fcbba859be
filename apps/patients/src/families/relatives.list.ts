import { List } from '#platform';
import { RELATION_CODES } from './relations.rules.js';
import { NamedByView, RelativeView } from './relatives.dto.js';

/** Of a query of entries named `relative`. */
export const RELATIVES = new List({
  name: 'relatives',
  item: RelativeView,
  fields: {
    id: { sql: 'relative.id', type: 'uuid' },
    relation: { sql: 'relative.relation', type: 'enum', values: RELATION_CODES },
    guardian: { sql: 'relative.guardian', type: 'boolean' },
    recordedAt: { sql: 'relative.recorded_at', type: 'instant' },
    endedAt: { sql: 'relative.ended_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-recordedAt',
  example: 'endedAt eq null and guardian eq true',
});

/** Of a query of entries named `relative`. */
export const NAMED_BY = new List({
  name: 'named-by',
  item: NamedByView,
  fields: {
    id: { sql: 'relative.id', type: 'uuid' },
    relation: { sql: 'relative.relation', type: 'enum', values: RELATION_CODES },
    guardian: { sql: 'relative.guardian', type: 'boolean' },
    endedAt: { sql: 'relative.ended_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-id',
  example: 'endedAt eq null and guardian eq true',
});
