import { PLAN_END_REASONS } from '#contracts';
import { List } from '#platform';
import { Plan } from './plans.dto.js';
import { PLAN_STATUSES } from './settlement.rules.js';

/** Of a query of plans named `plan`. */
export const PLANS = new List({
  name: 'plans',
  item: Plan,
  fields: {
    id: { sql: 'plan.id', type: 'uuid' },
    status: { sql: 'plan.status', type: 'enum', values: PLAN_STATUSES },
    endReason: { sql: 'plan.end_reason', type: 'enum', values: PLAN_END_REASONS, nullable: true },
    encounterId: { sql: 'plan.encounter_id', type: 'uuid', sortable: false },
    departmentCode: { sql: 'plan.department_code', type: 'string', nullable: true },
    protocolCode: { sql: 'plan.protocol_code', type: 'string' },
    protocolVersion: { sql: 'plan.protocol_version', type: 'number' },
    dischargedAt: { sql: 'plan.discharged_at', type: 'instant' },
    dischargedOn: { sql: 'plan.discharged_on', type: 'date' },
    endedAt: { sql: 'plan.ended_at', type: 'instant', nullable: true },
    createdAt: { sql: 'plan.created_at', type: 'instant' },
  },
  key: 'id',
  sort: '-dischargedAt',
  example: `status eq 'active' and departmentCode in ('03.01', '03.04')`,
});
