import type { ComplaintsNotificationRequestedV1 } from '#contracts';

export interface MissedPatrol {
  id: string;
  platform: string;
  day: string;
  nameZh: string;
  nameEn: string;
}

/** To the centre manager, when the day is over: by daylight is early enough. */
export function missedNotice({ id, day, nameZh, nameEn }: MissedPatrol): ComplaintsNotificationRequestedV1 {
  return {
    purpose: 'complaints.patrol-missed',
    ...{ subjectType: 'patrol', subjectId: id, occasion: 'once', urgency: 'normal' },
    titleZh: '平台巡查未完成',
    titleEn: 'A patrol was not made',
    textZh: `${day} 未完成对“${nameZh}”的巡查。`,
    textEn: `Nobody looked through ${nameEn} on ${day}.`,
    link: '/complaints/review-patrols',
    to: [{ role: 'centre-manager' }],
    next: [],
  };
}
