import type {
  PlanCreatedV1,
  PlanEndedV1,
  PlanPausedV1,
  PlanResumedV1,
  TaskCancelledV1,
  TaskCompletedV1,
  TaskLapsedV1,
  TaskOpenedV1,
} from '#contracts';
import type { ReceivedEvent } from '#event-bus';
import { contactOf } from './contact-of.js';
import type { ContactRecord } from './contact.entity.js';

export type TaskEvent = TaskOpenedV1 | TaskCompletedV1 | TaskLapsedV1 | TaskCancelledV1;
export type PlanEvent = PlanCreatedV1 | PlanEndedV1 | PlanPausedV1 | PlanResumedV1;

/** A task of follow-up: opened, completed with an outcome, lapsed, or cancelled for a reason. */
export function contactOfTask(event: ReceivedEvent<TaskEvent>): ContactRecord {
  const { patientId, taskId, planId, encounterId, step } = event.data;
  const ended = {
    ...('outcome' in event.data ? { outcome: event.data.outcome, at: event.data.completedAt } : {}),
    ...('reason' in event.data ? { outcome: event.data.reason } : {}),
  };
  return contactOf(event, {
    ...{ kind: 'follow-up', patientId, subjectId: taskId, parentId: planId, encounterId, step },
    ...ended,
  });
}

/** A plan of follow-up: created from a discharge, paused, resumed, ended for a reason. */
export function contactOfPlan(event: ReceivedEvent<PlanEvent>): ContactRecord {
  const { patientId, planId } = event.data;
  return contactOf(event, {
    ...{ kind: 'follow-up', patientId, subjectId: planId },
    ...('protocolCode' in event.data ? { step: event.data.protocolCode, encounterId: event.data.encounterId } : {}),
    ...('reason' in event.data ? { outcome: event.data.reason } : {}),
  });
}
