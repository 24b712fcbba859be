import { List } from '#platform';
import { MEASURE_STATES } from './measure.rules.js';
import { Measure } from './measures.dto.js';

/** Of a query of measures named `measure`. */
export const MEASURES = new List({
  name: 'rectification-measures',
  item: Measure,
  fields: {
    id: { sql: 'measure.id', type: 'uuid' },
    ticketId: { sql: 'measure.ticket_id', type: 'uuid', sortable: false },
    state: { sql: 'measure.state', type: 'enum', values: MEASURE_STATES },
    departmentCode: { sql: 'measure.department_code', type: 'string', nullable: true, sortable: false },
    memberId: { sql: 'measure.member_id', type: 'uuid', nullable: true, sortable: false },
    dueAt: { sql: 'measure.due_at', type: 'instant' },
    overdueAt: { sql: 'measure.overdue_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: 'dueAt',
  example: `state eq 'planned'`,
});
