import { PLAN_END_REASONS } from '#contracts';
import { List } from '#platform';
import { PLAN_ANCHORS } from '../protocols/protocol.rules.js';
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
    encounterId: { sql: 'plan.encounter_id', type: 'uuid', nullable: true, sortable: false },
    departmentCode: { sql: 'plan.department_code', type: 'string', nullable: true },
    protocolCode: { sql: 'plan.protocol_code', type: 'string' },
    protocolVersion: { sql: 'plan.protocol_version', type: 'number' },
    anchor: { sql: 'plan.anchor', type: 'enum', values: PLAN_ANCHORS },
    anchoredAt: { sql: 'plan.anchored_at', type: 'instant' },
    anchoredOn: { sql: 'plan.anchored_on', type: 'date' },
    dischargedAt: {
      sql: `(CASE plan.anchor WHEN 'discharge' THEN plan.anchored_at END)`,
      type: 'instant',
      nullable: true,
    },
    dischargedOn: {
      sql: `(CASE plan.anchor WHEN 'discharge' THEN plan.anchored_on END)`,
      type: 'date',
      nullable: true,
    },
    endedAt: { sql: 'plan.ended_at', type: 'instant', nullable: true },
    createdAt: { sql: 'plan.created_at', type: 'instant' },
  },
  key: 'id',
  sort: '-anchoredAt',
  example: `status eq 'active' and departmentCode in ('03.01', '03.04')`,
});
