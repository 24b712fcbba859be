import { listPage, Problem, type Page } from '#platform';
import { In, type EntityManager } from 'typeorm';
import { TaskEntity } from '../tasks/task.entity.js';
import { presentTask } from '../tasks/tasks.query.js';
import { PlanEntity } from './plan.entity.js';
import type { Plan, PlanDetail, PlansQuery, TrailEntry } from './plans.dto.js';
import { PLANS } from './plans.list.js';
import { TrailEntryEntity } from './trail-entry.entity.js';

export async function planPage(
  manager: EntityManager,
  query: PlansQuery,
  patientIds: string[] | undefined,
): Promise<Page<Plan>> {
  const select = manager.createQueryBuilder(PlanEntity, 'plan');
  if (patientIds !== undefined) select.where('plan.patient_id = ANY(:patientIds::uuid[])', { patientIds });
  const page = await listPage(select, PLANS, query);
  const tasks = Map.groupBy(await tasksOf(manager, page.items), (task) => task.planId);
  return { ...page, items: page.items.map((row) => presentPlan(row, tasks.get(row.id) ?? [])) };
}

/** @throws Problem 404 */
export async function planById(manager: EntityManager, id: string): Promise<PlanDetail> {
  const row = await manager.findOneBy(PlanEntity, { id });
  if (!row) throw Problem.notFound('plan', id);
  const trail = await manager.find(TrailEntryEntity, { where: { planId: id }, order: { seq: 'ASC' } });
  return { ...presentPlan(row, await tasksOf(manager, [row])), trail: trail.map(presentTrailEntry) };
}

function tasksOf(manager: EntityManager, plans: PlanEntity[]): Promise<TaskEntity[]> {
  return manager.find(TaskEntity, {
    where: { planId: In(plans.map(({ id }) => id)) },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
}

function presentPlan(row: PlanEntity, tasks: TaskEntity[]): Plan {
  return {
    id: row.id,
    patientId: row.patientId,
    encounterId: row.encounterId,
    dischargeNumber: row.dischargeNumber,
    anchor: row.anchor,
    anchoredAt: row.anchoredAt.toISOString(),
    anchoredOn: row.anchoredOn,
    dischargedAt: row.anchor === 'discharge' ? row.anchoredAt.toISOString() : null,
    dischargedOn: row.anchor === 'discharge' ? row.anchoredOn : null,
    departmentCode: row.departmentCode,
    departmentName: row.departmentName,
    protocolCode: row.protocolCode,
    protocolVersion: row.protocolVersion,
    status: row.status,
    endReason: row.endReason,
    endNote: row.endNote,
    endedAt: row.endedAt?.toISOString() ?? null,
    remark: row.remark,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    tasks: tasks.map(presentTask),
  };
}

function presentTrailEntry({ at, what, step, reason, note, actorId, actorName, cause }: TrailEntryEntity): TrailEntry {
  return { at: at.toISOString(), what, step, reason, note, actorId, actorName, cause };
}
