import { IsArray, IsIn, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { URGENCIES, type Urgency } from './notification-request.js';

@EventContract<NotificationSentV1>({
  subject: 'staff.notification.sent.v1',
  emittedWhen: 'A notification was accepted and its first recipients were told, or stand in line for it (ORG-2).',
  key: 'notificationId',
  example: {
    notificationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001',
    purpose: 'follow-up.plan-refused',
    subjectType: 'plan',
    subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    urgency: 'normal',
    step: 0,
    personIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01'],
  },
})
export class NotificationSentV1 {
  @IsUUID() notificationId!: string;
  @IsString() @Length(1, 80) purpose!: string;
  @IsString() @Length(1, 40) subjectType!: string;
  @IsString() @Length(1, 80) subjectId!: string;
  @IsIn(URGENCIES) urgency!: Urgency;
  /** 0 are the first recipients, 1 the first of `next`, and so on; higher than 0 when nobody was there before. */
  @IsInt() @Min(0) step!: number;
  /** Members, and accounts without one; empty when nobody could be told at all. */
  @IsArray() @IsUUID(undefined, { each: true }) personIds!: string[];
}
