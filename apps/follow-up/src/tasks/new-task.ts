import { newId } from '#platform';
import type { Occasion } from '../calendar/occasion.js';
import type { ScheduledVisit } from '../plans/schedule.rules.js';
import type { TaskEntity } from './task.entity.js';
import { deadlineOf, escalationOf, standingOn } from './task.rules.js';

/** Whom a task is for, and about which visit or stay, if any. */
export interface TaskOwner {
  patientId: string;
  encounterId: string | null;
}

/** What a task says of its story before it has one. */
export const UNTOUCHED = {
  joinedTo: null,
  outcome: null,
  note: null,
  completedAt: null,
  completedBy: null,
  completedByName: null,
  closeReason: null,
  closedAt: null,
  assignedTo: null,
  claimedBy: null,
  claimedUntil: null,
  givenBackBy: null,
  readyAt: null,
  promisedAt: null,
  avoidBand: null,
  attempts: 0,
  letterSentOn: null,
  letterReturnedOn: null,
  escalatesAt: null,
  escalatedAt: null,
  version: 1,
} as const;

/** The task of a plan's visit, as it stands today: open, or lapsed, at once when its days have come or gone. */
export function visitTask(owner: TaskOwner & { id: string }, visit: ScheduledVisit, occasion: Occasion): TaskEntity {
  const status = standingOn(visit, occasion);
  return {
    ...UNTOUCHED,
    ...asTask(visit, occasion),
    id: newId(),
    planId: owner.id,
    patientId: owner.patientId,
    encounterId: owner.encounterId,
    status,
    deadlineAt: deadlineOf(status, visit, occasion.zone),
  };
}

/** What a visit of a protocol says of its task. */
export function asTask({ escalatesAfterHours, ...visit }: ScheduledVisit, { zone }: Occasion) {
  return { ...visit, escalatesAt: escalationOf({ ...visit, escalatesAfterHours }, zone) };
}

/** The task of a stay that goes on (FU-1): open at once, and without an end of its own. */
export function inHospitalCareTask(owner: TaskOwner, { today }: Occasion): TaskEntity {
  return {
    ...UNTOUCHED,
    id: newId(),
    planId: null,
    patientId: owner.patientId,
    encounterId: owner.encounterId,
    kind: 'in-hospital-care',
    mode: 'call',
    questionnaireCode: null,
    questionnaireVersion: null,
    skill: null,
    step: 'in-hospital-care',
    recurrence: null,
    nameZh: '住院关怀',
    nameEn: 'In-hospital care',
    status: 'open',
    opensOn: today,
    dueOn: null,
    lapsesOn: null,
    opensAt: null,
    dueAt: null,
    deadlineAt: null,
  };
}
