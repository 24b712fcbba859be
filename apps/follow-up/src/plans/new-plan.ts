import type { EncounterDischargedV1 } from '#contracts';
import { newId } from '#platform';
import { dayOf, momentOf, type Day } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { ProtocolVersion } from '../protocols/protocol.rules.js';
import { visitTask } from '../tasks/new-task.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import type { PlanEntity, PlanRemark } from './plan.entity.js';
import { firstVisits } from './schedule.rules.js';

/** When the patient left: as stated, and as it counts against other stays. */
export interface Departure {
  dischargedAt: Date;
  dischargedOn: Day;
  leftAt: Date;
  leftOn: Day;
}

export function departure(discharge: EncounterDischargedV1, { now, today, zone }: Occasion): Departure {
  const dischargedAt = momentOf(discharge.dischargedAt, zone);
  const dischargedOn = dayOf(dischargedAt, zone);
  if (dischargedAt <= now) return { dischargedAt, dischargedOn, leftAt: dischargedAt, leftOn: dischargedOn };
  return { dischargedAt, dischargedOn, leftAt: now, leftOn: today };
}

/** The plan of a discharge with the tasks it begins with (FU-1, FU-2). */
export function planOf(
  discharge: EncounterDischargedV1,
  left: Departure,
  protocol: ProtocolVersion,
  occasion: Occasion,
): { plan: PlanEntity; tasks: TaskEntity[] } {
  const owner = { id: newId(), patientId: discharge.patientId, encounterId: discharge.encounterId };
  const visits = firstVisits(protocol.definition, left.dischargedOn, occasion.today);
  const tasks = visits.map((visit) => visitTask(owner, visit, occasion));
  const plan: PlanEntity = {
    ...owner,
    ...left,
    dischargeNumber: discharge.dischargeNumber,
    protocolCode: protocol.code,
    protocolVersion: protocol.version,
    status: 'active',
    endReason: null,
    endNote: null,
    endedAt: null,
    withdrawal: null,
    departmentCode: discharge.departmentCode ?? null,
    departmentName: discharge.departmentName ?? null,
    remark: remarkOn(left, tasks),
    createdAt: occasion.now,
    version: 1,
  };
  return { plan, tasks };
}

function remarkOn(left: Departure, tasks: TaskEntity[]): PlanRemark | null {
  if (left.dischargedAt > left.leftAt) return 'discharge-in-future';
  return tasks.some((task) => task.status === 'lapsed') ? 'discharge-long-past' : null;
}
