import { RESPONSE_CHANNELS } from '#contracts';
import { List } from '#platform';
import { RESPONSE_STATUSES } from './response.entity.js';
import { ResponseSummary } from './responses.dto.js';

/** Of a query of responses named `response`. */
export const RESPONSES = new List({
  name: 'responses',
  item: ResponseSummary,
  fields: {
    id: { sql: 'response.id', type: 'uuid' },
    questionnaireCode: { sql: 'response.questionnaire_code', type: 'string' },
    questionnaireVersion: { sql: 'response.questionnaire_version', type: 'number' },
    channel: { sql: 'response.channel', type: 'enum', values: RESPONSE_CHANNELS },
    status: { sql: 'response.status', type: 'enum', values: RESPONSE_STATUSES },
    score: { sql: 'response.score', type: 'number', nullable: true },
    departmentCode: { sql: 'response.department_code', type: 'string', nullable: true },
    staffMemberId: { sql: 'response.staff_member_id', type: 'uuid', nullable: true, sortable: false },
    encounterId: { sql: 'response.encounter_id', type: 'uuid', nullable: true, sortable: false },
    planId: { sql: 'response.plan_id', type: 'uuid', nullable: true, sortable: false },
    taskId: { sql: 'response.task_id', type: 'uuid', nullable: true, sortable: false },
    recordedAt: { sql: 'response.recorded_at', type: 'instant' },
  },
  key: 'id',
  sort: '-recordedAt',
  example: `questionnaireCode eq 'inpatient-satisfaction' and recordedAt ge '2026-03-01T00:00:00+08:00'`,
});
