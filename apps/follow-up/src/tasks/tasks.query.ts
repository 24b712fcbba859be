import { listPage, type Page } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import { TaskEntity } from './task.entity.js';
import type { Task, TasksQuery } from './tasks.dto.js';
import { TASKS } from './tasks.list.js';

/** What a list of tasks is narrowed to beside its filter. */
export interface Narrowing {
  patientIds?: string[] | undefined;
  /** The account of the nurse they were dealt to. */
  nurse?: string | undefined;
  today: Day;
}

export async function taskPage(
  manager: EntityManager,
  query: TasksQuery,
  { patientIds, nurse, today }: Narrowing,
): Promise<Page<Task>> {
  const select = manager.createQueryBuilder(TaskEntity, 'task');
  if (patientIds !== undefined) select.andWhere('task.patient_id = ANY(:patientIds::uuid[])', { patientIds });
  if (nurse !== undefined) select.andWhere('task.assigned_to = :nurse', { nurse });
  if (query.overdue) {
    select.andWhere(`task.status = 'open' AND coalesce(task.due_on, task.opens_on) < :today::date`, { today });
  }
  const page = await listPage(select, TASKS, query);
  return { ...page, items: page.items.map(presentTask) };
}

export function presentTask(row: TaskEntity): Task {
  return {
    id: row.id,
    planId: row.planId,
    patientId: row.patientId,
    encounterId: row.encounterId,
    kind: row.kind,
    mode: row.mode,
    questionnaireCode: row.questionnaireCode,
    questionnaireVersion: row.questionnaireVersion,
    skill: row.skill,
    step: row.step,
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    status: row.status,
    joinedTo: row.joinedTo,
    opensOn: row.opensOn,
    dueOn: row.dueOn,
    lapsesOn: row.lapsesOn,
    opensAt: row.opensAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    outcome: row.outcome,
    note: row.note,
    completedAt: row.completedAt?.toISOString() ?? null,
    completedBy: row.completedBy,
    completedByName: row.completedByName,
    closeReason: row.closeReason,
    assignedTo: row.assignedTo,
    claimedBy: row.claimedBy,
    claimedUntil: row.claimedUntil?.toISOString() ?? null,
    attempts: row.attempts,
    readyAt: row.readyAt?.toISOString() ?? null,
    promisedAt: row.promisedAt?.toISOString() ?? null,
    letterSentOn: row.letterSentOn,
    letterReturnedOn: row.letterReturnedOn,
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    version: row.version,
  };
}
