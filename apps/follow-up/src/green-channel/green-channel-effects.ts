import {
  FollowUpNotificationRequestedV1,
  FollowUpNotificationSettledV1,
  GreenChannelAcknowledgedV1,
  GreenChannelClosedV1,
  GreenChannelEscalatedV1,
  GreenChannelOpenedV1,
  type GreenChannelOutcome,
} from '#contracts';
import type { Effects, TrailEvent } from '../plans/chronicle.js';
import type { GreenChannelCaseEntity } from './green-channel-case.entity.js';
import {
  escalatedNotice,
  heightenedNotice,
  partedNotice,
  openedNotice,
  reopenedNotice,
  repeatedNotice,
  settledNotices,
} from './green-channel-notices.js';
import { isEscalated, secondsSince } from './green-channel.rules.js';

type Case = GreenChannelCaseEntity;

/** What a case is called in events and in the trail. */
function factsOf({ id, patientId, planId }: Case) {
  return { caseId: id, patientId, ...(planId === null ? {} : { planId }) };
}

/** A line of the plan's trail; a case outside plans has its own columns only. */
export function trailLine(
  effects: Effects,
  { planId }: Pick<Case, 'planId'>,
  what: TrailEvent,
  reason?: string,
  note?: string,
): void {
  if (planId === null) return;
  effects.line({ planId, what, ...(reason === undefined ? {} : { reason }), ...(note === undefined ? {} : { note }) });
}

/** @param answerId the response that opened it */
export function tellOpened(effects: Effects, found: Case, answerId: string, dueAt: Date, minutes: number): void {
  trailLine(effects, found, 'green-channel-opened', `score ${found.score}`);
  effects.event(GreenChannelOpenedV1, factsOfOpening(found, answerId, dueAt));
  effects.event(FollowUpNotificationRequestedV1, openedNotice(found, minutes));
}

/** The doctor's call was about less pain than it was. @param answerId the response that says so */
export function tellReopened(effects: Effects, found: Case, answerId: string, dueAt: Date, minutes: number): void {
  trailLine(effects, found, 'green-channel-reopened', `score ${found.score}`);
  effects.event(GreenChannelOpenedV1, factsOfOpening(found, answerId, dueAt));
  effects.event(FollowUpNotificationRequestedV1, reopenedNotice(found, answerId, minutes));
}

/** Its record is a person’s own again, whom perhaps nobody has called. */
export function tellParted(effects: Effects, found: Case, dueAt: Date, minutes: number): void {
  trailLine(effects, found, 'green-channel-parted', `score ${found.score}`);
  effects.event(GreenChannelOpenedV1, factsOfOpening(found, found.responseRootId, dueAt));
  effects.event(FollowUpNotificationRequestedV1, partedNotice(found, minutes));
}

function factsOfOpening(found: Case, answerId: string, dueAt: Date): GreenChannelOpenedV1 {
  const { taskId, departmentCode, score, openedAt } = found;
  return {
    ...{ ...factsOf(found), responseId: answerId, score },
    ...(taskId === null ? {} : { taskId }),
    ...(departmentCode === null ? {} : { departmentCode: departmentCode.slice(0, 60) }),
    ...{ openedAt: openedAt.toISOString(), dueAt: dueAt.toISOString() },
  };
}

/** It hurts more than the doctor was told. @param answerId the response that says so */
export function tellHeightened(effects: Effects, found: Case, answerId: string): void {
  effects.event(FollowUpNotificationRequestedV1, heightenedNotice(found, answerId));
}

/** @param answerId the response that began the time again */
export function tellRepeated(effects: Effects, found: Case, answerId: string, minutes: number): void {
  effects.event(FollowUpNotificationRequestedV1, repeatedNotice(found, answerId, minutes));
}

export function tellAcknowledged(effects: Effects, found: Case, by: string, now: Date): void {
  trailLine(effects, found, 'green-channel-acknowledged', by);
  effects.event(GreenChannelAcknowledgedV1, { ...factsOf(found), by, acknowledgedAt: now.toISOString() });
}

export function tellEscalated(effects: Effects, found: Case, now: Date, minutes: number): void {
  const acknowledged = found.acknowledgedAt !== null;
  const { departmentCode } = found;
  trailLine(effects, found, 'green-channel-escalated', acknowledged ? 'taken on, not called' : 'not taken on');
  effects.event(GreenChannelEscalatedV1, {
    ...{ ...factsOf(found), acknowledged, escalatedAt: now.toISOString() },
    ...(departmentCode === null ? {} : { departmentCode: departmentCode.slice(0, 60) }),
  });
  effects.event(FollowUpNotificationRequestedV1, escalatedNotice(found, now, minutes, acknowledged));
}

export function tellClosed(
  effects: Effects,
  found: Case,
  outcome: GreenChannelOutcome,
  now: Date,
  note?: string,
): void {
  trailLine(effects, found, 'green-channel-closed', outcome, note);
  effects.event(GreenChannelClosedV1, {
    ...{ ...factsOf(found), outcome, closedAt: now.toISOString(), seconds: secondsSince(found.alarmedAt, now) },
    escalated: isEscalated(found),
  });
  effects.event(FollowUpNotificationSettledV1, settledNotices(found, outcome));
}
