import { EventContract } from '../event-contract.js';
import { NotificationRequest } from '../staff/notification-request.js';

@EventContract<ComplaintsNotificationRequestedV1>({
  subject: 'complaints.notification.requested.v1',
  emittedWhen: 'Complaints wants somebody told, for instance a director that a ticket is late (CP-2, ORG-2).',
  key: 'subjectId',
  example: {
    purpose: 'complaints.ticket-late',
    subjectType: 'ticket',
    subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60',
    occasion: 'solution-1',
    urgency: 'red',
    titleZh: '工单 2026-000123 超时未办结',
    titleEn: 'Ticket 2026-000123 is late',
    textZh: '黄色工单 2026-000123 已超过 2 小时未办结。',
    textEn: 'The yellow ticket 2026-000123 has not been closed for 2 hours.',
    link: '/complaints/tickets/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60',
    to: [{ departmentCode: 'XXGNK', role: 'department-director' }],
    next: [{ role: 'general-manager' }],
  },
})
export class ComplaintsNotificationRequestedV1 extends NotificationRequest {}
