import { ENCOUNTER_CLASSES, ENCOUNTER_STATUSES } from '#contracts';
import { List } from '#platform';
import { EncounterView } from './encounters.dto.js';

/** Of a query of visits named `encounter`. */
export const ENCOUNTERS = new List({
  name: 'encounters',
  item: EncounterView,
  fields: {
    id: { sql: 'encounter.id', type: 'uuid' },
    class: { sql: 'encounter.class', type: 'enum', values: ENCOUNTER_CLASSES },
    status: { sql: 'encounter.status', type: 'enum', values: ENCOUNTER_STATUSES },
    partner: { sql: 'encounter.partner', type: 'string' },
    visitNumber: { sql: 'encounter.visit_number', type: 'string' },
    departmentCode: { sql: 'encounter.department_code', type: 'string', nullable: true },
    doctorCode: { sql: 'encounter.doctor_code', type: 'string', nullable: true },
    beganAt: {
      sql: 'encounter.began_at',
      type: 'instant',
      description: '`admittedAt`, else the first that is known of it.',
    },
    admittedAt: { sql: 'encounter.admitted_at', type: 'instant', nullable: true },
    dischargedAt: { sql: 'encounter.discharged_at', type: 'instant', nullable: true },
    updatedAt: { sql: 'encounter.updated_at', type: 'instant' },
  },
  key: 'id',
  sort: '-beganAt',
  example: `class eq 'inpatient' and dischargedAt ge '2026-01-01T00:00:00+08:00'`,
});
