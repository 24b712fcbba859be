import { PRAISE_KINDS } from '#contracts';
import { List } from '#platform';
import { Praise, PraiseReward } from './praise.dto.js';
import { PRAISE_STATES } from './praise.rules.js';

/** Of a query of praise named `praise`. */
export const PRAISES = new List({
  name: 'praise',
  item: Praise,
  fields: {
    id: { sql: 'praise.id', type: 'uuid' },
    kind: { sql: 'praise.kind', type: 'enum', values: PRAISE_KINDS },
    state: { sql: 'praise.state', type: 'enum', values: PRAISE_STATES },
    receivedAt: { sql: 'praise.received_at', type: 'instant' },
    decidedAt: { sql: 'praise.decided_at', type: 'instant', nullable: true },
    departmentCode: { sql: 'praise.department_code', type: 'string', nullable: true, sortable: false },
  },
  key: 'id',
  sort: '-receivedAt',
  example: `state eq 'recorded'`,
});

/** Of a query of approved praise named `praise`. */
export const PRAISE_REWARDS = new List({
  name: 'praise-rewards',
  item: PraiseReward,
  fields: {
    id: { sql: 'praise.id', type: 'uuid' },
    kind: { sql: 'praise.kind', type: 'enum', values: PRAISE_KINDS },
    decidedAt: { sql: 'praise.decided_at', type: 'instant' },
    amountFen: { sql: 'praise.amount_fen', type: 'number' },
    departmentCode: { sql: 'praise.department_code', type: 'string', nullable: true, sortable: false },
  },
  key: 'id',
  sort: '-decidedAt',
  example: `decidedAt ge '2026-03-01T00:00:00+08:00'`,
});
