import { List } from '#platform';
import { SessionView } from './sessions.dto.js';

/** Of a query of sessions named `s`. */
export const SESSIONS = new List({
  name: 'sessions',
  item: SessionView,
  fields: {
    id: { sql: 's.id', type: 'uuid', description: 'Ids grow with time.' },
    startedAt: { sql: 's.started_at', type: 'instant' },
    lastUsedAt: { sql: 's.last_used_at', type: 'instant' },
    clientAddress: { sql: 's.client_address', type: 'string' },
  },
  key: 'id',
  sort: '-id',
  example: `clientAddress eq '10.2.3.4'`,
});
