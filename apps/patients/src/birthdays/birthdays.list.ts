import { List } from '#platform';
import { BIRTHDAY_STATUSES } from './birthday-care.entity.js';
import { BirthdayTask } from './birthdays.dto.js';

/** Of a query of cares named `care`. */
export const BIRTHDAYS = new List({
  name: 'birthdays',
  item: BirthdayTask,
  fields: {
    id: { sql: 'care.id', type: 'uuid' },
    patientId: { sql: 'care.person_id', type: 'uuid', sortable: false },
    on: { sql: 'care.kept_on', type: 'date' },
    status: { sql: 'care.status', type: 'enum', values: BIRTHDAY_STATUSES },
    preparedAt: { sql: 'care.prepared_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: 'on',
  example: `status eq 'open' and on le '2026-12-31'`,
});
