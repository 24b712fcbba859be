import { JOIN_WAYS, LEAVE_REASONS, type JoinWay, type LeaveReason } from '#contracts';
import { IsMoment, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PlainText } from '../people/plain-text.js';

const MEMBERSHIP = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e11';
const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const NEVER = { type: String, format: 'date-time', nullable: true, example: null } as const;

/** Why a person says, or an agent decides, that somebody leaves; the others come by themselves. */
export const STATED_REASONS = ['own-wish', 'removed', 'moved'] as const satisfies readonly LeaveReason[];

export class NewMember {
  @ApiProperty({ format: 'uuid', example: PATIENT }) @IsUUID() patientId!: string;
  @ApiProperty({ enum: JOIN_WAYS, example: 'invited' }) @IsIn(JOIN_WAYS) how!: JoinWay;

  @ApiPropertyOptional({ format: 'date-time', description: 'Now unless given.', example: '2026-11-12T10:15:00+08:00' })
  @IsOptional()
  @IsMoment()
  joinedAt?: string;

  @ApiPropertyOptional({
    description: 'Of the person in the group, for instance WeCom’s external_userid: exports name people by it.',
    example: 'wmOgQhDgAAh8-NqVDCeWbZQ9oVvXIe8A',
  })
  @IsOptional()
  @PlainText(1, 200)
  externalUserId?: string;
}

export class Leaving {
  @ApiProperty({ enum: STATED_REASONS, example: 'own-wish' })
  @IsIn(STATED_REASONS)
  reason!: (typeof STATED_REASONS)[number];

  @ApiPropertyOptional({ description: 'In words.', example: '群消息太多' })
  @IsOptional()
  @PlainText(1, 500)
  note?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Now unless given.', example: '2026-11-20T18:00:00+08:00' })
  @IsOptional()
  @IsMoment()
  leftAt?: string;
}

export class MemberView {
  @ApiProperty({ format: 'uuid', example: MEMBERSHIP }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record that joined; a merged one answers with its survivor.' })
  patientId!: string;
  @Personal('name') @ApiProperty({ type: String, nullable: true, example: '王秀英' }) name!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the person in the group.', example: null })
  externalUserId!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-12T02:15:00.000Z' }) joinedAt!: string;
  @ApiProperty({ enum: JOIN_WAYS, example: 'invited' }) joinedHow!: JoinWay;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who recorded it.', example: null })
  joinedBy!: string | null;
  @ApiProperty({
    format: 'date-time',
    description: 'When something was heard last, or the person joined.',
    example: '2026-11-14T09:00:00.000Z',
  })
  heardAt!: string;
  @ApiProperty({ ...NEVER, description: 'Since when, of a silence that was told.' }) silentSince!: string | null;
  @ApiProperty({ description: 'PT-11: may be written to.', example: true }) mayBeContacted!: boolean;
  @ApiProperty({ ...NEVER, description: 'Null: is in the community.' }) leftAt!: string | null;
  @ApiProperty({ type: String, enum: LEAVE_REASONS, nullable: true, example: null }) leftReason!: LeaveReason | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account; null when it came by itself.', example: null })
  leftBy!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) leftNote!: string | null;
}

export class MemberPage {
  @ApiProperty({ type: [MemberView] }) items!: MemberView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
