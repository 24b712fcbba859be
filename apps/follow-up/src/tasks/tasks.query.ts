import { decodeCursor, pageOf, Problem, type Page } from '#platform';
import { isISO8601, isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { TaskEntity } from './task.entity.js';
import type { Task, TasksQuery } from './tasks.dto.js';

/** By due date; in-hospital care, which has none, by the day it began. */
const POSITION = 'coalesce(task.due_on, task.opens_on)';
const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

export async function taskPage(
  manager: EntityManager,
  query: TasksQuery,
  patientIds: string[] | undefined,
): Promise<Page<Task>> {
  const select = manager.createQueryBuilder(TaskEntity, 'task').orderBy(POSITION).addOrderBy('task.id');
  if (patientIds !== undefined) select.andWhere('task.patient_id = ANY(:patientIds::uuid[])', { patientIds });
  if (query.status !== undefined) select.andWhere('task.status = :status', { status: query.status });
  if (query.dueBefore !== undefined) select.andWhere('task.due_on < :dueBefore', { dueBefore: query.dueBefore });
  if (query.cursor !== undefined) {
    select.andWhere(`(${POSITION}, task.id) > (:day::date, :id::uuid)`, positionOf(query.cursor));
  }
  const rows = await select.limit(query.limit + 1).getMany();
  const page = pageOf(rows, query.limit, (row) => [row.dueOn ?? row.opensOn, row.id]);
  return { ...page, items: page.items.map(presentTask) };
}

function positionOf(cursor: string): { day: string; id: string } {
  const [day = '', id = ''] = decodeCursor(cursor, 2).map(String);
  if (DAY.test(day) && isISO8601(day, { strict: true }) && isUUID(id)) return { day, id };
  throw Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
}

export function presentTask(row: TaskEntity): Task {
  return {
    id: row.id,
    planId: row.planId,
    patientId: row.patientId,
    encounterId: row.encounterId,
    kind: row.kind,
    step: row.step,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    status: row.status,
    opensOn: row.opensOn,
    dueOn: row.dueOn,
    lapsesOn: row.lapsesOn,
    outcome: row.outcome,
    note: row.note,
    completedAt: row.completedAt?.toISOString() ?? null,
    completedBy: row.completedBy,
    completedByName: row.completedByName,
    closeReason: row.closeReason,
    version: row.version,
  };
}
