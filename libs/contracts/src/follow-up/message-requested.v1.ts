import { IsBoolean, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { AreTemplateVariables } from './template-variables.js';

@EventContract<FollowUpMessageRequestedV1>({
  subject: 'follow-up.message.requested.v1',
  emittedWhen:
    'Follow-up wants a message sent to a patient. Purpose, subject and occasion together are one message, however often it is asked for.',
  key: 'patientId',
  example: {
    purpose: 'follow-up.pain-score',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    subjectType: 'task',
    subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    occasion: 'opened',
    template: 'pain-score-request',
    variables: { department: '骨科' },
    link: 'https://care.example.org/f/Zm9sbG93LXVwLWxpbms0Mg',
    expiresAt: '2026-03-04T10:15:00+08:00',
    urgent: true,
  },
})
export class FollowUpMessageRequestedV1 {
  /** What it is for, for instance `follow-up.rehabilitation`. */
  @IsString() @Matches(/^[a-z][a-z0-9.-]{2,79}$/) purpose!: string;
  /** Who sends asks apps/patients for the number and the consent: neither is kept in streams. */
  @IsUUID() patientId!: string;
  /** Kind of thing it is about, for instance `task` or `plan`. */
  @IsString() @Matches(/^[a-z][a-z0-9-]{1,39}$/) subjectType!: string;
  @IsString() @Length(1, 80) subjectId!: string;
  /** Which of several messages for one purpose and subject; `once` when there can only be one. */
  @IsString() @Length(1, 120) occasion!: string;
  /** Code of the approved text: `pain-score-request`, `questionnaire-request`, `rehabilitation` … */
  @IsString() @Matches(/^[a-z][a-z0-9-]{1,59}$/) template!: string;
  /** What the text leaves open, by name: no more of a person than it needs, and no links, which carriers refuse. */
  @IsObject() @AreTemplateVariables() variables!: Record<string, string>;
  /** A link of this patient's own, which opens without a login: for the message and nothing else. */
  @IsOptional() @IsString() @Matches(/^https?:\/\/[^\s/]+\/\S{1,60}$/) link?: string;
  /** Not to be sent before; absent: at once. */
  @IsOptional() @IsISO8601() notBefore?: string;
  /** Not to be sent from then on: it would say what no longer holds. */
  @IsOptional() @IsISO8601() expiresAt?: string;
  /** True: quiet hours do not delay it (FU-4). */
  @IsBoolean() urgent!: boolean;
}
