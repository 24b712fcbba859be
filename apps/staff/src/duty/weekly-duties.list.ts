import { ROLES } from '#contracts';
import { List } from '#platform';
import { WeeklyDuty } from './weekly-duties.dto.js';

/** Of a query of weekly duties named `w`. */
export const WEEKLY_DUTIES = new List({
  name: 'weekly-duties',
  item: WeeklyDuty,
  fields: {
    id: { sql: 'w.id', type: 'uuid' },
    departmentId: { sql: 'w.department_id', type: 'uuid' },
    role: { sql: 'w.role', type: 'enum', values: ROLES },
    memberId: { sql: 'w.member_id', type: 'uuid' },
    line: { sql: 'w.line', type: 'number' },
    validFrom: { sql: 'w.valid_from', type: 'date' },
    validUntil: { sql: 'w.valid_until', type: 'date', nullable: true },
    rolledUntil: { sql: 'w.rolled_until', type: 'date' },
  },
  key: 'id',
  sort: 'id',
  example: `role eq 'duty-doctor' and validUntil eq null`,
});
