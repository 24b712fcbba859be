import { listPage, type ListQuery, type Page } from '#platform';
import type { EntityManager } from 'typeorm';
import { MeasureEntity } from './measure.entity.js';
import type { Measure } from './measures.dto.js';
import { MEASURES } from './measures.list.js';

/** @param hidden conditions on `ticket` that leave out what the caller may not see */
export async function measurePage(
  manager: EntityManager,
  query: ListQuery,
  hidden: readonly string[],
): Promise<Page<Measure>> {
  const select = manager.createQueryBuilder(MeasureEntity, 'measure');
  const seen = ['ticket.id = measure.ticket_id', ...hidden].join(' AND ');
  if (hidden.length > 0) select.where(`EXISTS (SELECT FROM ticket WHERE ${seen})`);
  const page = await listPage(select, MEASURES, query);
  return { ...page, items: page.items.map(presentMeasure) };
}

export function presentMeasure(row: MeasureEntity): Measure {
  return {
    id: row.id,
    ticketId: row.ticketId,
    what: row.what,
    departmentCode: row.departmentCode,
    memberId: row.memberId,
    dueAt: row.dueAt.toISOString(),
    state: row.state,
    plannedAt: row.plannedAt.toISOString(),
    plannedByName: row.plannedByName,
    doneAt: row.doneAt?.toISOString() ?? null,
    doneByName: row.doneByName,
    judgedAt: row.judgedAt?.toISOString() ?? null,
    judgedByName: row.judgedByName,
    note: row.note,
    overdueAt: row.overdueAt?.toISOString() ?? null,
    version: row.version,
  };
}
