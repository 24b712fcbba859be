import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ROLES, type Role } from '../vocabulary/roles.js';

/** `red` is told at any hour and by itself; the others wait for the end of quiet hours and may be collected. */
export const URGENCIES = ['red', 'normal', 'low'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Who is told: exactly one of a member, an account, a role on duty in a department, or everybody with a role. */
export class NotificationTarget {
  @IsOptional() @IsUUID() memberId?: string;
  @IsOptional() @IsUUID() accountId?: string;
  /** With `role`: whoever is on duty as that there, or in the department above, when the moment to tell comes. */
  @IsOptional() @IsUUID() departmentId?: string;
  /** In place of `departmentId`: a code of a sending system. */
  @IsOptional() @IsString() @Length(1, 60) departmentCode?: string;
  /** Without a department: everybody whose account has it. */
  @IsOptional() @IsIn(ROLES) role?: Role;
}

/**
 * What any service may ask apps/staff to tell somebody (ORG-2). A service emits it under a subject of its own,
 * `<service>.notification.requested.v1`: a class of five lines that extends this one.
 */
export class NotificationRequest {
  /** What it is about, for instance `follow-up.plan-refused`. Asked again with one subject and occasion, nobody is told again. */
  @IsString() @Matches(/^[a-z][a-z0-9.-]{2,79}$/) purpose!: string;
  /** Kind of thing, for instance `plan` or `ticket`. */
  @IsString() @Matches(/^[a-z][a-z0-9-]{1,39}$/) subjectType!: string;
  @IsString() @Length(1, 80) subjectId!: string;
  /** Which of several times for one purpose and subject; `once` when there can only be one. */
  @IsString() @Length(1, 120) occasion!: string;
  @IsIn(URGENCIES) urgency!: Urgency;
  /** No name of a patient: it may stand on a locked screen. */
  @IsString() @Length(1, 60) titleZh!: string;
  @IsString() @Length(1, 120) titleEn!: string;
  @IsString() @Length(1, 500) textZh!: string;
  @IsString() @Length(1, 1000) textEn!: string;
  /** Path in the console. */
  @IsOptional() @Matches(/^\/(?![/\\])[^\s\\]{0,199}$/) link?: string;
  /** When it was to be told, if not now: more than an hour ago, it stands in a digest and comes singly to nobody. */
  @IsOptional() @IsISO8601() owedAt?: string;
  /** Told at once, all of them. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NotificationTarget)
  to!: NotificationTarget[];
  /** Seconds after being told in which somebody must acknowledge; else the next of `next` is told. */
  @IsOptional() @IsInt() @Min(10) @Max(604_800) acknowledgeWithinSeconds?: number;
  /** Told one after another, each when none before acknowledged in time, or nobody could be told. */
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NotificationTarget)
  next!: NotificationTarget[];
}
