import type { NotificationMessageRequestedV1, Urgency } from '#contracts';

/** What of a notification goes into a message. */
export interface Wording {
  id: string;
  urgency: Urgency;
  titleZh: string;
  titleEn: string;
  textZh: string;
  textEn: string;
  link: string | null;
  acknowledgeWithinSeconds: number | null;
}

const DAY_SECONDS = 86_400;
/** Titles named in a digest. */
const NAMED = 3;

/** Not sent any more when its answer is no longer waited for. */
export function messageOf(messageId: string, personId: string, of: Wording, now: Date): NotificationMessageRequestedV1 {
  const { id, urgency, titleZh, titleEn, textZh, textEn, link } = of;
  return {
    ...{ messageId, notificationIds: [id], personId, urgency, titleZh, titleEn, textZh, textEn },
    ...(link === null ? {} : { link }),
    expiresAt: after(now, of.acknowledgeWithinSeconds ?? DAY_SECONDS),
  };
}

/** @param items most urgent first */
export function digestMessageOf(
  messageId: string,
  personId: string,
  items: readonly Wording[],
  now: Date,
): NotificationMessageRequestedV1 {
  const named = items.slice(0, NAMED);
  const more = items.length > NAMED;
  return {
    messageId,
    notificationIds: items.map(({ id }) => id),
    personId,
    urgency: items[0]?.urgency ?? 'normal',
    titleZh: `${items.length} 条通知`,
    titleEn: `${items.length} notifications`,
    textZh: `${named.map(({ titleZh }) => titleZh).join('；')}${more ? '等' : ''}，请到通知中心查看。`,
    textEn: `${named.map(({ titleEn }) => titleEn).join('; ')}${more ? ' and more' : ''}. Please see your notifications.`,
    link: '/notifications',
    expiresAt: after(now, DAY_SECONDS),
  };
}

function after(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
