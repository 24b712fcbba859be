import { List } from '#platform';
import { TASK_KINDS, TASK_MODES, TASK_OUTCOMES, TASK_STATUSES } from './task.rules.js';
import { Task } from './tasks.dto.js';

/** Of a query of tasks named `task`. */
export const TASKS = new List({
  name: 'tasks',
  item: Task,
  fields: {
    id: { sql: 'task.id', type: 'uuid' },
    status: { sql: 'task.status', type: 'enum', values: TASK_STATUSES },
    kind: { sql: 'task.kind', type: 'enum', values: TASK_KINDS },
    mode: { sql: 'task.mode', type: 'enum', values: TASK_MODES },
    step: { sql: 'task.step', type: 'string' },
    questionnaireCode: { sql: 'task.questionnaire_code', type: 'string', nullable: true },
    skill: { sql: 'task.skill', type: 'string', nullable: true },
    outcome: { sql: 'task.outcome', type: 'enum', values: TASK_OUTCOMES, nullable: true },
    day: {
      sql: 'coalesce(task.due_on, task.opens_on)',
      type: 'date',
      description: '`dueOn`; for in-hospital care, which has none, `opensOn`.',
    },
    opensOn: { sql: 'task.opens_on', type: 'date' },
    dueOn: { sql: 'task.due_on', type: 'date', nullable: true },
    lapsesOn: { sql: 'task.lapses_on', type: 'date', nullable: true },
    dueAt: { sql: 'task.due_at', type: 'instant', nullable: true },
    completedAt: { sql: 'task.completed_at', type: 'instant', nullable: true },
    completedBy: { sql: 'task.completed_by', type: 'string', nullable: true, sortable: false },
    assignedTo: { sql: 'task.assigned_to', type: 'string', nullable: true, sortable: false },
    claimedBy: { sql: 'task.claimed_by', type: 'string', nullable: true, sortable: false },
    attempts: { sql: 'task.attempts', type: 'number', sortable: false },
    joinedTo: { sql: 'task.joined_to', type: 'uuid', nullable: true, sortable: false },
    planId: { sql: 'task.plan_id', type: 'uuid', nullable: true, sortable: false },
    encounterId: { sql: 'task.encounter_id', type: 'uuid', nullable: true, sortable: false },
  },
  key: 'id',
  sort: 'day',
  example: `status eq 'open' and dueOn lt '2026-03-10'`,
});
