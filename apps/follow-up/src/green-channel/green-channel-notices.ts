import type {
  FollowUpNotificationRequestedV1,
  FollowUpNotificationSettledV1,
  GreenChannelOutcome,
  NotificationTarget,
} from '#contracts';
import type { GreenChannelCaseEntity } from './green-channel-case.entity.js';

/** Purpose of what staff is asked to tell; its acknowledgement comes back under the same one. */
export const GREEN_CHANNEL = 'follow-up.green-channel';
const SUBJECT = 'green-channel-case';

type Case = Pick<GreenChannelCaseEntity, 'id' | 'departmentCode' | 'score' | 'escalatedAt' | 'alarmedAt'>;

/** After that the next are told as well. */
const DIRECTOR_SECONDS = 300;
/** Where a code is unknown to staff or nobody stands in the roster: any doctor, not only managers, who may not advise. */
const ANYBODY: NotificationTarget[] = [
  { role: 'duty-doctor' },
  { role: 'medical-affairs' },
  { role: 'centre-manager' },
];

/**
 * To the department's doctor on duty. Where nobody is on duty the director is told at once, and without one any doctor. That nobody calls in time is
 * this service's own deadline: an acknowledgement in the inbox stops staff's, and is no call.
 */
export function openedNotice(found: Case, minutes: number): FollowUpNotificationRequestedV1 {
  return {
    ...subjectOf(found, 'opened'),
    titleZh: `绿色通道：疼痛 ${found.score} 分`,
    titleEn: `Green channel: pain ${found.score}`,
    textZh: `一名患者疼痛评分 ${found.score} 分，请受理并在 ${minutes} 分钟内回电。`,
    textEn: `A patient’s pain score is ${found.score}. Please take it on and call within ${minutes} minutes.`,
    to: [onDuty(found, 'duty-doctor')],
    next: [onDuty(found, 'department-director'), ...ANYBODY],
  };
}

/** To the department's doctor on duty, while the time of the case goes on. */
export function heightenedNotice(found: Case, answerId: string): FollowUpNotificationRequestedV1 {
  return {
    ...subjectOf(found, `heightened-${answerId}`),
    titleZh: `绿色通道：疼痛升至 ${found.score} 分`,
    titleEn: `Green channel: pain now ${found.score}`,
    textZh: `等待医生回电的患者疼痛评分升至 ${found.score} 分，请尽快回电。`,
    textEn: `The pain score of a patient who waits for a doctor’s call has risen to ${found.score}. Please call soon.`,
    to: [onDuty(found, 'duty-doctor')],
    next: [onDuty(found, 'department-director'), ...ANYBODY],
  };
}

/** A high score in a case that escalated and was never closed: to the doctor on duty and the director, both at once. */
export function repeatedNotice(found: Case, answerId: string, minutes: number): FollowUpNotificationRequestedV1 {
  return {
    ...subjectOf(found, `repeated-${answerId}`),
    titleZh: `绿色通道再次报警：疼痛 ${found.score} 分`,
    titleEn: `Green channel again: pain ${found.score}`,
    textZh: `一名绿色通道尚未结束的患者再次评分 ${found.score} 分，请受理并在 ${minutes} 分钟内回电。`,
    textEn: `A patient whose case is still open now has a pain score of ${found.score}. Please take it on and call within ${minutes} minutes.`,
    to: [onDuty(found, 'duty-doctor'), onDuty(found, 'department-director')],
    next: ANYBODY,
  };
}

/** The doctor called about less pain than it was: the answer was corrected upwards since. */
export function reopenedNotice(found: Case, answerId: string, minutes: number): FollowUpNotificationRequestedV1 {
  return {
    ...subjectOf(found, `reopened-${answerId}`),
    titleZh: `绿色通道重新开启：疼痛 ${found.score} 分`,
    titleEn: `Green channel open again: pain ${found.score}`,
    textZh: `医生回电后，患者的疼痛评分更正为 ${found.score} 分，请受理并在 ${minutes} 分钟内再次回电。`,
    textEn: `After the doctor’s call a patient’s pain score was corrected to ${found.score}. Please take it on and call again within ${minutes} minutes.`,
    to: [onDuty(found, 'duty-doctor')],
    next: [onDuty(found, 'department-director'), ...ANYBODY],
  };
}

/** The record turned out to be another person’s than the one who was called, or was to be. */
export function partedNotice(found: Case, minutes: number): FollowUpNotificationRequestedV1 {
  return {
    ...subjectOf(found, `parted-${found.alarmedAt.toISOString()}`),
    titleZh: `绿色通道重新开启：疼痛 ${found.score} 分`,
    titleEn: `Green channel open again: pain ${found.score}`,
    textZh: `患者档案合并已撤销，该患者（疼痛 ${found.score} 分）可能尚未接到医生电话，请受理并在 ${minutes} 分钟内回电。`,
    textEn: `A merge of two records was taken back: this patient (pain ${found.score}) may not have been called. Please take it on and call within ${minutes} minutes.`,
    to: [onDuty(found, 'duty-doctor')],
    next: [onDuty(found, 'department-director'), ...ANYBODY],
  };
}

/** To the department's director, once each time that the minutes pass. */
export function escalatedNotice(
  found: Case,
  now: Date,
  minutes: number,
  isTaken: boolean,
): FollowUpNotificationRequestedV1 {
  return {
    // Staff tells of one occasion once: a case that escalates again needs another.
    ...subjectOf(found, found.escalatedAt === null ? 'escalated' : `escalated-${now.toISOString()}`),
    titleZh: `绿色通道超时：疼痛 ${found.score} 分`,
    titleEn: `Green channel overdue: pain ${found.score}`,
    textZh: `${minutes} 分钟内无医生回电（${isTaken ? '已受理' : '未受理'}），请立即处理。`,
    textEn: `No doctor has called within ${minutes} minutes (${isTaken ? 'taken on' : 'not taken on'}). Please act at once.`,
    to: [onDuty(found, 'department-director')],
    acknowledgeWithinSeconds: DIRECTOR_SECONDS,
    next: ANYBODY,
  };
}

/** A closed case: nobody else is told of what is done, and staff asks no next one to see to it. */
export function settledNotices({ id }: Pick<Case, 'id'>, outcome: GreenChannelOutcome): FollowUpNotificationSettledV1 {
  return { purpose: GREEN_CHANNEL, subjectType: SUBJECT, subjectId: id, reason: outcome };
}

function subjectOf({ id }: Case, occasion: string) {
  return {
    ...{ purpose: GREEN_CHANNEL, subjectType: SUBJECT, subjectId: id, occasion, urgency: 'red' as const },
    link: `/follow-up/green-channel/${id}`,
  };
}

/** Without a department everybody with the role: better too many than nobody. */
function onDuty({ departmentCode }: Case, role: 'duty-doctor' | 'department-director'): NotificationTarget {
  return departmentCode === null ? { role } : { departmentCode: departmentCode.slice(0, 60), role };
}
