import { IsBoolean, IsInt, IsISO8601, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<NotificationAcknowledgedV1>({
  subject: 'staff.notification.acknowledged.v1',
  emittedWhen: 'Somebody who was told acknowledged a notification; nobody else is told (ORG-2).',
  key: 'notificationId',
  example: {
    notificationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001',
    purpose: 'follow-up.plan-refused',
    subjectType: 'plan',
    subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    personId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    acknowledgedAt: '2026-03-02T10:15:00+08:00',
    step: 0,
    late: false,
  },
})
export class NotificationAcknowledgedV1 {
  @IsUUID() notificationId!: string;
  @IsString() @Length(1, 80) purpose!: string;
  @IsString() @Length(1, 40) subjectType!: string;
  @IsString() @Length(1, 80) subjectId!: string;
  /** The member, or the account without one. */
  @IsUUID() personId!: string;
  @IsISO8601() acknowledgedAt!: string;
  /** How far it had gone by then. */
  @IsInt() @Min(0) step!: number;
  /** True: others had been told after this person because no answer came. */
  @IsBoolean() late!: boolean;
}
