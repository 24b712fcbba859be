import type { NotificationRequest } from '#contracts';

/** What the demo's follow-up nurse finds in the inbox. */
export const DEMO_NOTIFICATION: NotificationRequest = {
  purpose: 'demo.welcome',
  subjectType: 'hospital',
  subjectId: 'demo',
  occasion: 'once',
  urgency: 'red',
  titleZh: '紧急通知演示：请确认收到',
  titleEn: 'Demo of a red notification: please acknowledge',
  textZh: '红色通知随时送达；一小时内无人确认时，将通知客服负责人。',
  textEn: 'Red ones are told at any hour; without an acknowledgement within an hour the managers are told.',
  link: '/follow-up/tasks',
  to: [{ role: 'follow-up-nurse' }],
  acknowledgeWithinSeconds: 3_600,
  next: [{ role: 'centre-manager' }],
};
