import { URGENCIES } from '#contracts';
import { List } from '#platform';
import { InboxItem } from './notifications.dto.js';
import { NOTIFICATION_STATES } from './notification.entity.js';

/** Of a query of notifications `n` and tellings `t`. */
export const INBOX = new List({
  name: 'inbox',
  item: InboxItem,
  fields: {
    tellingId: { sql: 't.id', type: 'uuid', filterable: false, description: 'Grows with time.' },
    id: { sql: 'n.id', type: 'uuid', sortable: false },
    state: { sql: 'n.state', type: 'enum', values: NOTIFICATION_STATES },
    urgency: { sql: 'n.urgency', type: 'enum', values: URGENCIES, sortable: false },
    purpose: { sql: 'n.purpose', type: 'string' },
    subjectType: { sql: 'n.subject_type', type: 'string', nullable: true, sortable: false },
    subjectId: { sql: 'n.subject_id', type: 'string', nullable: true, sortable: false },
    requestedAt: { sql: 'n.requested_at', type: 'instant' },
    toldAt: { sql: 't.told_at', type: 'instant' },
    readAt: { sql: 't.read_at', type: 'instant', nullable: true },
    acknowledgedAt: { sql: 'n.acknowledged_at', type: 'instant', nullable: true },
  },
  key: 'tellingId',
  sort: '-tellingId',
  example: `readAt eq null and urgency in ('red', 'normal')`,
});
