import { IsString, Length, Matches } from 'class-validator';

/**
 * What a service asked apps/staff to tell needs nobody any more (ORG-2): nobody else is told of it, and whoever was sees
 * that it is settled. A service emits it under a subject of its own, `<service>.notification.settled.v1`, behind its
 * requests and with their key; a request that comes after it is told as any other.
 */
export class NotificationSettlement {
  @IsString() @Matches(/^[a-z][a-z0-9.-]{2,79}$/) purpose!: string;
  @IsString() @Matches(/^[a-z][a-z0-9-]{1,39}$/) subjectType!: string;
  /** Every occasion of this subject is meant. */
  @IsString() @Length(1, 80) subjectId!: string;
  /** For the trail, for instance `closed`. */
  @IsString() @Length(1, 120) reason!: string;
}
