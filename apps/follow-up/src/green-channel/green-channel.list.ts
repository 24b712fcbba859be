import { GREEN_CHANNEL_OUTCOMES } from '#contracts';
import { List } from '#platform';
import { GreenChannelCase } from './green-channel.dto.js';
import { CASE_STATUSES } from './green-channel.rules.js';

/** Of a query of cases named `found`. */
export const GREEN_CHANNEL_CASES = new List({
  name: 'green-channel-cases',
  item: GreenChannelCase,
  fields: {
    id: { sql: 'found.id', type: 'uuid' },
    status: { sql: 'found.status', type: 'enum', values: CASE_STATUSES },
    openedAt: { sql: 'found.opened_at', type: 'instant' },
    escalatedAt: { sql: 'found.escalated_at', type: 'instant', nullable: true },
    acknowledgedAt: { sql: 'found.acknowledged_at', type: 'instant', nullable: true },
    closedAt: { sql: 'found.closed_at', type: 'instant', nullable: true },
    outcome: { sql: 'found.outcome', type: 'enum', values: GREEN_CHANNEL_OUTCOMES, nullable: true },
    score: { sql: 'found.score', type: 'number' },
    departmentCode: { sql: 'found.department_code', type: 'string', nullable: true, sortable: false },
    planId: { sql: 'found.plan_id', type: 'uuid', nullable: true, sortable: false },
  },
  key: 'id',
  sort: '-openedAt',
  example: `status eq 'open'`,
});
