import { ArrayNotEmpty, IsArray, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { URGENCIES, type Urgency } from './notification-request.js';

@EventContract<NotificationMessageRequestedV1>({
  subject: 'staff.notification.message-requested.v1',
  emittedWhen:
    'Somebody was told in the console and is to get the same as a message: one for each telling or digest (ORG-2).',
  key: 'personId',
  example: {
    messageId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fb001',
    notificationIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001'],
    personId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    urgency: 'red',
    titleZh: '绿色通道：胸痛',
    titleEn: 'Green channel: chest pain',
    textZh: '绿色通道已开启，请立即到急诊。',
    textEn: 'The green channel is open; please come to emergency at once.',
    link: '/tickets/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99',
    expiresAt: '2026-03-02T10:20:00+08:00',
  },
})
export class NotificationMessageRequestedV1 {
  /** Send one message for it, however often the event comes. */
  @IsUUID() messageId!: string;
  /** More than one: a digest, most urgent first. */
  @IsArray() @ArrayNotEmpty() @IsUUID(undefined, { each: true }) notificationIds!: string[];
  /** The member, or the account without one. Who sends asks apps/staff for the number: it is not kept in streams. */
  @IsUUID() personId!: string;
  @IsIn(URGENCIES) urgency!: Urgency;
  @IsString() @Length(1, 60) titleZh!: string;
  @IsString() @Length(1, 120) titleEn!: string;
  @IsString() @Length(1, 500) textZh!: string;
  @IsString() @Length(1, 1000) textEn!: string;
  /** Path in the console. */
  @IsOptional() @IsString() @Length(1, 200) link?: string;
  /** Not to be sent from then on. */
  @IsISO8601() expiresAt!: string;
}
