import { EventContract } from '../event-contract.js';
import { NotificationSettlement } from '../staff/notification-settlement.js';

@EventContract<FollowUpNotificationSettledV1>({
  subject: 'follow-up.notification.settled.v1',
  emittedWhen: 'A green-channel case was closed: nobody else is to be told of it (FU-4, ORG-2).',
  key: 'subjectId',
  example: {
    purpose: 'follow-up.green-channel',
    subjectType: 'green-channel-case',
    subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c30',
    reason: 'advised',
  },
})
export class FollowUpNotificationSettledV1 extends NotificationSettlement {}
