import { EventContract } from '../event-contract.js';
import { NotificationRequest } from '../staff/notification-request.js';

@EventContract<FollowUpNotificationRequestedV1>({
  subject: 'follow-up.notification.requested.v1',
  emittedWhen: 'Follow-up wants somebody told, for instance a department’s director that a patient refuses (ORG-2).',
  key: 'subjectId',
  example: {
    purpose: 'follow-up.plan-refused',
    subjectType: 'plan',
    subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    occasion: 'once',
    urgency: 'normal',
    titleZh: '患者拒绝随访',
    titleEn: 'Follow-up refused',
    textZh: '心血管内科一名出院患者拒绝随访，计划已终止。',
    textEn: 'A patient discharged from 心血管内科 refuses follow-up; the plan has ended.',
    link: '/follow-up/plans/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    to: [{ departmentCode: 'XXGNK', role: 'department-director' }],
    next: [{ role: 'centre-manager' }],
  },
})
export class FollowUpNotificationRequestedV1 extends NotificationRequest {}
