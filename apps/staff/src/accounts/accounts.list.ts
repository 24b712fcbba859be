import { ROLES } from '#contracts';
import { List } from '#platform';
import { Account } from './accounts.dto.js';

/** Of a query of accounts named `a`. */
export const ACCOUNTS = new List({
  name: 'accounts',
  item: Account,
  fields: {
    id: { sql: 'a.id', type: 'uuid', sortable: false },
    username: { sql: 'a.username', type: 'string' },
    displayName: { sql: 'a.display_name', type: 'string' },
    roles: { sql: 'a.roles', type: 'enum', values: ROLES, many: true },
    memberId: { sql: 'a.member_id', type: 'uuid', nullable: true, sortable: false },
    mustChangePassword: { sql: 'a.must_change_password', type: 'boolean' },
    active: { sql: 'a.active', type: 'boolean' },
    createdAt: { sql: 'a.created_at', type: 'instant' },
    updatedAt: { sql: 'a.updated_at', type: 'instant' },
  },
  key: 'username',
  sort: 'username',
  example: `roles has 'mentor' and memberId ne null`,
});
