import { ABNORMALITIES, RESULT_KINDS, RESULT_STATUSES } from '#contracts';
import { List } from '#platform';
import { ResultView } from './results.dto.js';

/** Of a query of results named `result`, as `resultsOf` shows them. */
export const RESULTS = new List({
  name: 'results',
  item: ResultView,
  fields: {
    id: { sql: 'result.id', type: 'uuid' },
    kind: { sql: 'result.kind', type: 'enum', values: RESULT_KINDS },
    status: { sql: 'result.status', type: 'enum', values: RESULT_STATUSES },
    code: { sql: 'result.code', type: 'string', nullable: true },
    name: { sql: 'result.name', type: 'string', nullable: true },
    abnormality: { sql: 'result.abnormality', type: 'enum', values: ABNORMALITIES, nullable: true },
    sensitive: { sql: 'result.sensitive', type: 'boolean', sortable: false },
    orderNumber: { sql: 'result.order_number', type: 'string' },
    placerNumber: { sql: 'result.placer_number', type: 'string', nullable: true },
    encounterId: { sql: 'result.encounter_id', type: 'uuid', nullable: true, sortable: false },
    observedAt: { sql: 'result.observed_at', type: 'instant' },
    reportedAt: { sql: 'result.reported_at', type: 'instant' },
  },
  key: 'id',
  sort: '-observedAt',
  example: `abnormality in ('abnormal', 'critical') and observedAt ge '2026-01-01T00:00:00+08:00'`,
});
