import { type FollowUpNotificationRequestedV1, type NotificationTarget } from '#contracts';
import type { GreenChannelCaseEntity } from './green-channel-case.entity.js';

/** Purpose of what staff is asked to tell; its acknowledgement comes back under the same one. */
export const GREEN_CHANNEL = 'follow-up.green-channel';

type Case = Pick<GreenChannelCaseEntity, 'id' | 'departmentCode' | 'score'>;

/** After that the centre's managers are told as well. */
const DIRECTOR_SECONDS = 300;
const MANAGERS: NotificationTarget = { role: 'centre-manager' };

/**
 * To the department's doctor on duty. Where nobody is on duty the director is told at once. That nobody calls in time is
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
    next: [onDuty(found, 'department-director'), MANAGERS],
  };
}

/** To the department's director, once. */
export function escalatedNotice(found: Case, minutes: number, isTaken: boolean): FollowUpNotificationRequestedV1 {
  return {
    ...subjectOf(found, 'escalated'),
    titleZh: `绿色通道超时：疼痛 ${found.score} 分`,
    titleEn: `Green channel overdue: pain ${found.score}`,
    textZh: `${minutes} 分钟内无医生回电（${isTaken ? '已受理' : '未受理'}），请立即处理。`,
    textEn: `No doctor has called within ${minutes} minutes (${isTaken ? 'taken on' : 'not taken on'}). Please act at once.`,
    to: [onDuty(found, 'department-director')],
    acknowledgeWithinSeconds: DIRECTOR_SECONDS,
    next: [MANAGERS],
  };
}

function subjectOf({ id }: Case, occasion: string) {
  return {
    ...{ purpose: GREEN_CHANNEL, subjectType: 'green-channel-case', subjectId: id, occasion, urgency: 'red' as const },
    link: `/follow-up/green-channel/${id}`,
  };
}

/** Without a department everybody with the role: better too many than nobody. */
function onDuty({ departmentCode }: Case, role: 'duty-doctor' | 'department-director'): NotificationTarget {
  return departmentCode === null ? { role } : { departmentCode: departmentCode.slice(0, 60), role };
}
