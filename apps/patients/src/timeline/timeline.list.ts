import { List } from '#platform';
import { TimelineEntry } from './timeline.dto.js';
import { TIMELINE_KINDS } from './timeline-kinds.js';

/** Of a query of entries named `entry`. */
export const TIMELINE = new List({
  name: 'timeline',
  item: TimelineEntry,
  fields: {
    id: { sql: 'entry.id', type: 'string' },
    kind: { sql: 'entry.kind', type: 'enum', values: TIMELINE_KINDS },
    at: { sql: 'entry.at', type: 'instant' },
    what: { sql: 'entry.what', type: 'string' },
    outcome: { sql: 'entry.outcome', type: 'string', nullable: true },
    encounterId: { sql: 'entry.encounter_id', type: 'uuid', nullable: true, sortable: false },
  },
  key: 'id',
  sort: '-at',
  example: `kind eq 'diagnosis' and at ge '2026-01-01T00:00:00+08:00'`,
});
