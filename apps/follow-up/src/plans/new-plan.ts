import type { EncounterDischargedV1 } from '#contracts';
import { newId } from '#platform';
import { dayOf, momentOf, type Day } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { PlanAnchor, ProtocolVersion } from '../protocols/protocol.rules.js';
import { visitTask } from '../tasks/new-task.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import type { PlanEntity, PlanRemark } from './plan.entity.js';
import { firstVisits } from './schedule.rules.js';

/** When a plan's anchor was: as stated, and as it counts against other stays. */
export interface Anchoring {
  anchoredAt: Date;
  anchoredOn: Day;
  leftAt: Date;
  leftOn: Day;
}

export function anchoring(anchoredAt: Date, { now, today, zone }: Occasion): Anchoring {
  const anchoredOn = dayOf(anchoredAt, zone);
  if (anchoredAt <= now) return { anchoredAt, anchoredOn, leftAt: anchoredAt, leftOn: anchoredOn };
  return { anchoredAt, anchoredOn, leftAt: now, leftOn: today };
}

/** What a plan begins with: whom it is for, and what it is counted from. */
export interface Beginning {
  patientId: string;
  /** Null for what was asked for at will. */
  encounterId: string | null;
  anchor: PlanAnchor;
  when: Anchoring;
  /** 0 for what no discharge began. */
  dischargeNumber: number;
  departmentCode: string | null;
  departmentName: string | null;
}

export function beginningOf(discharge: EncounterDischargedV1, occasion: Occasion): Beginning {
  const { patientId, encounterId, dischargeNumber, departmentCode = null, departmentName = null } = discharge;
  const when = anchoring(momentOf(discharge.dischargedAt, occasion.zone), occasion);
  return { patientId, encounterId, anchor: 'discharge', when, dischargeNumber, departmentCode, departmentName };
}

/** A plan with the tasks it begins with. */
export interface NewPlan {
  plan: PlanEntity;
  tasks: TaskEntity[];
}

/** The plan of a discharge, an operation or a visit (FU-1, FU-2, FU-3, FU-11). */
export function planOf({ when, ...begun }: Beginning, protocol: ProtocolVersion, occasion: Occasion): NewPlan {
  const owner = { id: newId(), patientId: begun.patientId, encounterId: begun.encounterId };
  const anchor = { at: when.anchoredAt, on: when.anchoredOn, zone: occasion.zone };
  const visits = firstVisits(protocol.definition, anchor, occasion.today);
  const tasks = visits.map((visit) => visitTask(owner, visit, occasion));
  const plan: PlanEntity = {
    ...owner,
    ...begun,
    ...when,
    protocolCode: protocol.code,
    protocolVersion: protocol.version,
    status: 'active',
    endReason: null,
    endNote: null,
    endedAt: null,
    withdrawal: null,
    remark: remarkOn(begun.anchor, when, tasks),
    createdAt: occasion.now,
    version: 1,
  };
  return { plan, tasks };
}

function remarkOn(anchor: PlanAnchor, when: Anchoring, tasks: TaskEntity[]): PlanRemark | null {
  const what = anchor === 'discharge' ? 'discharge' : 'anchor';
  if (when.anchoredAt > when.leftAt) return `${what}-in-future`;
  return tasks.some((task) => task.status === 'lapsed') ? `${what}-long-past` : null;
}

/** An open task of a plan that does not run yet waits, unseen by the calendar. */
export function waiting(task: TaskEntity): TaskEntity {
  return task.status === 'open' ? { ...task, status: 'planned', deadlineAt: null } : { ...task, deadlineAt: null };
}
