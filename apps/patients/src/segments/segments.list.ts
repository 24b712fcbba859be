import { List } from '#platform';
import { Segment } from './segments.dto.js';

/** Of a query of segments named `segment`. */
export const SEGMENTS = new List({
  name: 'segments',
  item: Segment,
  fields: {
    id: { sql: 'segment.id', type: 'uuid', description: 'Ids grow with time.' },
    name: { sql: 'segment.name', type: 'string' },
    createdBy: { sql: 'segment.created_by', type: 'string', nullable: true, sortable: false },
    createdAt: { sql: 'segment.created_at', type: 'instant' },
    updatedAt: { sql: 'segment.updated_at', type: 'instant' },
  },
  key: 'id',
  sort: '-id',
  example: `name eq '老年高血压患者'`,
});
