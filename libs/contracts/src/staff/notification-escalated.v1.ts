import { IsArray, IsIn, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { URGENCIES, type Urgency } from './notification-request.js';

@EventContract<NotificationEscalatedV1>({
  subject: 'staff.notification.escalated.v1',
  emittedWhen:
    'Nobody acknowledged a notification in time: the next were told, or there was nobody left to tell (ORG-2).',
  key: 'notificationId',
  example: {
    notificationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001',
    purpose: 'follow-up.plan-refused',
    subjectType: 'plan',
    subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    urgency: 'normal',
    step: 1,
    personIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02'],
  },
})
export class NotificationEscalatedV1 {
  @IsUUID() notificationId!: string;
  @IsString() @Length(1, 80) purpose!: string;
  @IsString() @Length(1, 40) subjectType!: string;
  @IsString() @Length(1, 80) subjectId!: string;
  @IsIn(URGENCIES) urgency!: Urgency;
  /** How far it went: 1 is the first of `next`. */
  @IsInt() @Min(1) step!: number;
  /** Who was told now; empty: the end of the list was reached. */
  @IsArray() @IsUUID(undefined, { each: true }) personIds!: string[];
}
