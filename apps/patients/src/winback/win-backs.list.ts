import { WIN_BACK_ANSWERS, WIN_BACK_OUTCOMES } from '#contracts';
import { List } from '#platform';
import { WIN_BACK_STATUSES, WinBackView } from './win-backs.dto.js';

/** Of a query of win-backs named `ladder`. */
export const WIN_BACKS = new List({
  name: 'win-backs',
  item: WinBackView,
  fields: {
    id: { sql: 'ladder.id', type: 'uuid' },
    patientId: { sql: 'ladder.person_id', type: 'uuid', sortable: false },
    status: {
      sql: `CASE WHEN ladder.outcome IS NULL THEN 'open' ELSE 'ended' END`,
      type: 'enum',
      values: WIN_BACK_STATUSES,
      sortable: false,
    },
    step: { sql: 'ladder.step', type: 'number' },
    dueAt: { sql: 'ladder.next_at', type: 'instant', nullable: true },
    outcome: { sql: 'ladder.outcome', type: 'enum', values: WIN_BACK_OUTCOMES, nullable: true },
    answer: { sql: 'ladder.answer', type: 'enum', values: WIN_BACK_ANSWERS, nullable: true },
    startedAt: { sql: 'ladder.started_at', type: 'instant' },
    endedAt: { sql: 'ladder.ended_at', type: 'instant', nullable: true },
    returnedAt: { sql: 'ladder.returned_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-startedAt',
  example: `outcome eq null and step eq 3 and dueAt le '2026-12-31T00:00:00+08:00'`,
});
