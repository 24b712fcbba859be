import { List } from '#platform';
import { Member } from './members.dto.js';

/** Of a query of members named `m`. */
export const MEMBERS = new List({
  name: 'members',
  item: Member,
  fields: {
    id: { sql: 'm.id', type: 'uuid', sortable: false },
    staffNumber: { sql: 'm.staff_number', type: 'string' },
    name: { sql: 'm.name', type: 'string' },
    departmentIds: { sql: 'm.department_ids', type: 'uuid', many: true },
    titles: { sql: 'm.titles', type: 'string', many: true },
    skills: { sql: 'm.skills', type: 'string', many: true },
    active: { sql: 'm.active', type: 'boolean' },
    createdAt: { sql: 'm.created_at', type: 'instant' },
    updatedAt: { sql: 'm.updated_at', type: 'instant' },
  },
  key: 'staffNumber',
  sort: 'staffNumber',
  example: `skills has 'chest-pain' and not (titles has 'attending-physician')`,
});
