import { List } from '#platform';
import { MESSAGE_STATUSES } from './message.entity.js';
import { MessageSummary } from './messages.dto.js';

/** Of a query of messages named `m`. */
export const MESSAGES = new List({
  name: 'messages',
  item: MessageSummary,
  fields: {
    id: { sql: 'm.id', type: 'uuid' },
    partner: { sql: 'm.partner', type: 'string' },
    controlId: { sql: 'm.control_id', type: 'string', sortable: false },
    messageType: { sql: 'm.message_type', type: 'string', sortable: false },
    event: { sql: 'm.event', type: 'string', sortable: false },
    status: { sql: 'm.status', type: 'enum', values: MESSAGE_STATUSES },
    code: { sql: 'm.code', type: 'enum', values: ['AA', 'AE', 'AR'] },
    sendingApplication: { sql: 'm.sending_application', type: 'string', sortable: false },
    sendingFacility: { sql: 'm.sending_facility', type: 'string', sortable: false },
    receivedAt: { sql: 'm.received_at', type: 'instant' },
    repairedFrom: { sql: 'm.repaired_from', type: 'uuid', nullable: true, sortable: false },
  },
  key: 'id',
  sort: '-receivedAt',
  example: `status eq 'rejected' and receivedAt ge '2026-03-01T00:00:00+08:00'`,
});
