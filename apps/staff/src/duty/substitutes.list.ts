import { List } from '#platform';
import { Substitute } from './substitutes.dto.js';

/** Of a query of substitutes named `s`. */
export const SUBSTITUTES = new List({
  name: 'substitutes',
  item: Substitute,
  fields: {
    id: { sql: 's.id', type: 'uuid' },
    absentId: { sql: 's.absent_id', type: 'uuid', sortable: false },
    substituteId: { sql: 's.substitute_id', type: 'uuid', sortable: false },
    startsAt: { sql: 's.starts_at', type: 'instant' },
    endsAt: { sql: 's.ends_at', type: 'instant' },
  },
  key: 'id',
  sort: '-startsAt',
  example: `endsAt gt '2026-03-01T00:00:00+08:00'`,
});
