import { ROLES } from '#contracts';
import { List } from '#platform';
import { Shift } from './shifts.dto.js';

/** Of a query of shifts named `s`. */
export const SHIFTS = new List({
  name: 'shifts',
  item: Shift,
  fields: {
    id: { sql: 's.id', type: 'uuid' },
    departmentId: { sql: 's.department_id', type: 'uuid' },
    role: { sql: 's.role', type: 'enum', values: ROLES },
    memberId: { sql: 's.member_id', type: 'uuid' },
    line: { sql: 's.line', type: 'number' },
    startsAt: { sql: 's.starts_at', type: 'instant' },
    endsAt: { sql: 's.ends_at', type: 'instant' },
    weeklyId: { sql: 's.weekly_id', type: 'uuid', nullable: true, sortable: false },
  },
  key: 'id',
  sort: 'startsAt',
  example: `role eq 'duty-doctor' and line eq 1`,
});
