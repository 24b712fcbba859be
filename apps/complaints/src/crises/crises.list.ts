import { List } from '#platform';
import { CrisisView } from './crises.dto.js';

/** Of a query of crises named `crisis`. */
export const CRISES = new List({
  name: 'crises',
  item: CrisisView,
  fields: {
    id: { sql: 'crisis.id', type: 'uuid' },
    title: { sql: 'crisis.title', type: 'string' },
    declaredAt: { sql: 'crisis.declared_at', type: 'instant' },
    approvedAt: { sql: 'crisis.approved_at', type: 'instant', nullable: true },
    closedAt: { sql: 'crisis.closed_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-declaredAt',
  example: 'closedAt eq null',
});
