import { List } from '#platform';
import { Partner } from './partners.dto.js';

/** Of a query of partners named `partner`. */
export const PARTNERS = new List({
  name: 'partners',
  item: Partner,
  fields: {
    code: { sql: 'partner.code', type: 'string' },
    createdAt: { sql: 'partner.created_at', type: 'instant' },
    updatedAt: { sql: 'partner.updated_at', type: 'instant' },
  },
  key: 'code',
  sort: 'code',
  example: `updatedAt ge '2026-03-01T00:00:00+08:00'`,
});
