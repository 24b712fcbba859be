import { listPage, type Page } from '#platform';
import type { EntityManager } from 'typeorm';
import { GreenChannelCaseEntity } from './green-channel-case.entity.js';
import type { GreenChannelCase, GreenChannelQuery } from './green-channel.dto.js';
import { GREEN_CHANNEL_CASES } from './green-channel.list.js';

export async function casePage(
  manager: EntityManager,
  query: GreenChannelQuery,
  patientIds: string[] | undefined,
): Promise<Page<GreenChannelCase>> {
  const select = manager.createQueryBuilder(GreenChannelCaseEntity, 'found');
  if (patientIds !== undefined) select.where('found.patient_id = ANY(:patientIds::uuid[])', { patientIds });
  const page = await listPage(select, GREEN_CHANNEL_CASES, query);
  return { ...page, items: page.items.map(presentCase) };
}

export function presentCase(row: GreenChannelCaseEntity): GreenChannelCase {
  return {
    id: row.id,
    patientId: row.patientId,
    encounterId: row.encounterId,
    planId: row.planId,
    taskId: row.taskId,
    responseId: row.responseRootId,
    departmentCode: row.departmentCode,
    score: row.score,
    channel: row.channel,
    status: row.status,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy,
    acknowledgedByName: row.acknowledgedByName,
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    unansweredCalls: row.unansweredCalls,
    outcome: row.outcome,
    mergedInto: row.mergedInto,
    note: row.note,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy,
    closedByName: row.closedByName,
  };
}
