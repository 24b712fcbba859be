import { ROLES, URGENCIES, type Role, type Urgency } from '#contracts';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CHANGES, type Change } from './inboxes.js';
import { NOTIFICATION_STATES, type NotificationState } from './notification.entity.js';
import { TRAIL_STEPS, type TrailLine } from './trail.js';

const PURPOSE = /^[a-z][a-z0-9.-]{2,79}$/;
const SUBJECT_TYPE = /^[a-z][a-z0-9-]{1,39}$/;
const LINK = /^\/(?![/\\])[^\s\\]{0,199}$/;
const MEMBER_ID = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01';
const NOTIFICATION_ID = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001';
const INSTANT = { format: 'date-time', example: '2026-03-02T02:15:00.000Z' };

export class Target {
  @ApiPropertyOptional({ format: 'uuid', example: MEMBER_ID, description: 'One person.' })
  @IsOptional()
  @IsUUID()
  memberId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'One account.' }) @IsOptional() @IsUUID() accountId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'With `role`: whoever is on duty there, or in the department above, when the moment to tell comes.',
  })
  @IsOptional()
  @IsUUID()
  departmentId?: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'In place of `departmentId`: a code of a sending system.' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  departmentCode?: string;

  @ApiPropertyOptional({ enum: ROLES, description: 'Without a department: everybody whose account has it.' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;
}

export class SendNotification {
  @ApiProperty({
    example: 'complaints.ticket-red',
    pattern: PURPOSE.source,
    description: 'What it is about. Asked again with the same subject and occasion, nobody is told again.',
  })
  @Matches(PURPOSE)
  purpose!: string;

  @ApiProperty({ example: 'ticket', pattern: SUBJECT_TYPE.source }) @Matches(SUBJECT_TYPE) subjectType!: string;

  @ApiProperty({ example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99', maxLength: 80 })
  @IsString()
  @Length(1, 80)
  subjectId!: string;

  @ApiProperty({ example: 'once', maxLength: 120, description: 'Which of several times for one purpose and subject.' })
  @IsString()
  @Length(1, 120)
  occasion!: string;

  @ApiProperty({
    enum: URGENCIES,
    example: 'red',
    description: 'red: at any hour. Others wait for the end of quiet hours unless the person is on duty.',
  })
  @IsIn(URGENCIES)
  urgency!: Urgency;

  @ApiProperty({ example: '绿色通道：胸痛', maxLength: 60, description: 'No name of a patient.' })
  @IsString()
  @Length(1, 60)
  titleZh!: string;

  @ApiProperty({ example: 'Green channel: chest pain', maxLength: 120 }) @IsString() @Length(1, 120) titleEn!: string;

  @ApiProperty({ example: '绿色通道已开启，请立即到急诊。', maxLength: 500 })
  @IsString()
  @Length(1, 500)
  textZh!: string;

  @ApiProperty({ example: 'The green channel is open; please come to emergency at once.', maxLength: 1000 })
  @IsString()
  @Length(1, 1000)
  textEn!: string;

  @ApiPropertyOptional({ example: '/tickets/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99', pattern: LINK.source })
  @IsOptional()
  @Matches(LINK)
  link?: string;

  @ApiProperty({ type: [Target], example: [{ memberId: MEMBER_ID }], description: 'Told at once, all of them; 1–200.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => Target)
  to!: Target[];

  @ApiPropertyOptional({
    example: 300,
    minimum: 10,
    maximum: 604_800,
    description: 'Seconds after being told in which somebody must acknowledge; else the next of `next` is told.',
  })
  @IsOptional()
  @IsInt()
  @Min(10)
  @Max(604_800)
  acknowledgeWithinSeconds?: number;

  @ApiPropertyOptional({
    type: [Target],
    example: [{ role: 'centre-manager' }],
    description: 'Told one after another, each when nobody acknowledged in time or nobody was there; at most 10.',
  })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => Target)
  next: Target[] = [];
}

export class NotificationReceipt {
  @ApiProperty({ format: 'uuid', example: NOTIFICATION_ID }) id!: string;
  @ApiProperty({ example: true, description: 'false: it had been asked for before; nobody is told again.' })
  isNew!: boolean;
}

export class InboxItem {
  @ApiProperty({ format: 'uuid', example: NOTIFICATION_ID }) id!: string;
  @ApiProperty({ example: 'complaints.ticket-red' }) purpose!: string;
  @ApiProperty({ example: 'ticket' }) subjectType!: string;
  @ApiProperty({ example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99' }) subjectId!: string;
  @ApiProperty({ enum: URGENCIES, example: 'red' }) urgency!: Urgency;
  @ApiProperty({ example: '绿色通道：胸痛' }) titleZh!: string;
  @ApiProperty({ example: 'Green channel: chest pain' }) titleEn!: string;
  @ApiProperty({ example: '绿色通道已开启，请立即到急诊。' }) textZh!: string;
  @ApiProperty({ example: 'The green channel is open; please come to emergency at once.' }) textEn!: string;
  @ApiProperty({ type: String, nullable: true, example: '/tickets/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c99' })
  link!: string | null;
  @ApiProperty({
    enum: NOTIFICATION_STATES,
    example: 'open',
    description:
      'settled: whoever asked for it needs nobody any more; unanswered: nobody acknowledged to the end of the list; unreached: nobody could be told.',
  })
  state!: NotificationState;
  @ApiProperty({ example: 0, description: '0: with its first recipients; then which of the next.' }) step!: number;
  @ApiProperty(INSTANT) requestedAt!: string;
  @ApiProperty({ ...INSTANT, type: String, nullable: true, description: 'Then the next are told.' })
  acknowledgeBy!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', example: null, description: 'Member, or account.' })
  acknowledgedBy!: string | null;
  @ApiProperty({ ...INSTANT, type: String, nullable: true, example: null }) acknowledgedAt!: string | null;
  @ApiProperty({ ...INSTANT, description: 'When the caller was told.' }) toldAt!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: null,
    description: 'Told with others of this id.',
  })
  digestId!: string | null;
  @ApiProperty({ ...INSTANT, type: String, nullable: true, example: null }) readAt!: string | null;
}

export class InboxPage {
  @ApiProperty({ type: [InboxItem] }) items!: InboxItem[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class NotificationTrailLine {
  @ApiProperty(INSTANT) at!: string;
  @ApiProperty({ enum: TRAIL_STEPS, example: 'told' }) what!: TrailLine['what'];
  @ApiProperty({ example: 0 }) step!: number;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', example: MEMBER_ID, description: 'Member, or account.' })
  personId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'member', description: 'By which target; who asked; late.' })
  note!: string | null;
}

export class NotificationDetail extends OmitType(InboxItem, ['toldAt', 'digestId', 'readAt']) {
  @ApiProperty({ example: 'once' }) occasion!: string;
  @ApiProperty({ type: [Target] }) to!: Target[];
  @ApiProperty({ type: [Target] }) next!: Target[];
  @ApiProperty({ type: Number, nullable: true, example: 300, description: 'Seconds.' })
  acknowledgeWithinSeconds!: number | null;
  @ApiProperty({ example: '/services/follow-up', description: 'The account or service that asked for it.' })
  requestedBy!: string;
  @ApiProperty({ type: [NotificationTrailLine] }) trail!: NotificationTrailLine[];
}

/** The data of one event of the stream. */
export class NotificationChange {
  @ApiProperty(INSTANT) at!: string;
  @ApiProperty({ type: [InboxItem], description: 'As they stand now.' }) notifications!: InboxItem[];
}

/** For the description of the stream. */
export const CHANGE_NAMES: readonly Change[] = CHANGES;
