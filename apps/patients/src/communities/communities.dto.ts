import { CHANNELS, type Channel } from '#contracts';
import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../people/plain-text.js';

const OWNER = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01';
const DOCTOR = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02';
const NOT_BLANK = /\S/;
const BLANK = { message: 'blank' };
const ICD = /^[A-Z][0-9A-Z.]{0,7}$/;

/** The doctor's hour as somebody states it. */
export class StatedHour {
  @ApiProperty({ description: '1 Monday … 7 Sunday, in the hospital’s zone.', example: 3 })
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number;

  @ApiProperty({ description: 'HH:MM in the hospital’s zone.', example: '19:00' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'time-of-day' })
  time!: string;

  @ApiPropertyOptional({ description: 'How long it lasts.', default: 60, example: 60 })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(480)
  minutes?: number;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'A member of staff.',
    example: DOCTOR,
  })
  @IsOptional()
  @IsUUID()
  doctorId?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'Of staff.', example: null })
  @IsOptional()
  @IsUUID()
  departmentId?: string | null;
}

class CommunityParts {
  @ApiPropertyOptional({
    type: [String],
    description: 'Codes of the catalogue: whom it is for. Any of tags, icd10 and segmentId is enough for a candidate.',
    example: ['disease.diabetes-2'],
  })
  @Stated()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @PlainText(1, 100, { each: true })
  tags?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Beginnings of ICD-10 codes, in capitals.', example: ['E11'] })
  @Stated()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(ICD, { each: true, message: 'icd-10' })
  icd10?: string[];

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'A saved segment.', example: null })
  @IsOptional()
  @IsUUID()
  segmentId?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Of the group there; one open community each.',
    example: 'wrOgQhDgAAcwMTB7YmDkbeBsgT_AAAA',
  })
  @IsOptional()
  @PlainText(1, 200)
  externalId?: string | null;

  @ApiPropertyOptional({ description: 'At most COMMUNITY_MEMBERS_MOST, which it is unless given.', example: 200 })
  @Stated()
  @IsInt()
  @Min(1)
  capacity?: number;

  @ApiPropertyOptional({ type: StatedHour, nullable: true, description: 'Null: none (any more).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StatedHour)
  doctorHour?: StatedHour | null;
}

/** What may be changed of a community; left out, it stays as it is. */
export class CommunityChange extends CommunityParts {
  @ApiPropertyOptional({ example: '2型糖尿病病友群' })
  @Stated()
  @PlainText(1, 60)
  @Matches(NOT_BLANK, BLANK)
  nameZh?: string;

  @ApiPropertyOptional({ example: 'Living with type 2 diabetes' })
  @Stated()
  @PlainText(1, 60)
  @Matches(NOT_BLANK, BLANK)
  nameEn?: string;

  @ApiPropertyOptional({ enum: CHANNELS, description: 'Where the group is.', example: 'wecom' })
  @Stated()
  @IsIn(CHANNELS)
  channel?: Channel;

  @ApiPropertyOptional({ format: 'uuid', description: 'The member of staff who looks after it.', example: OWNER })
  @Stated()
  @IsUUID()
  ownerId?: string;
}

export class NewCommunity extends CommunityParts {
  @ApiProperty({ example: '2型糖尿病病友群' })
  @PlainText(1, 60)
  @Matches(NOT_BLANK, BLANK)
  nameZh!: string;

  @ApiProperty({ example: 'Living with type 2 diabetes' })
  @PlainText(1, 60)
  @Matches(NOT_BLANK, BLANK)
  nameEn!: string;

  @ApiProperty({ enum: CHANNELS, description: 'Where the group is.', example: 'wecom' })
  @IsIn(CHANNELS)
  channel!: Channel;

  @ApiProperty({ format: 'uuid', description: 'The member of staff who looks after it.', example: OWNER })
  @IsUUID()
  ownerId!: string;
}

export class ClosedCommunity {
  @ApiProperty({ description: 'Why it is closed.', example: '与另一个病友群合并' })
  @PlainText(1, 500)
  @Matches(NOT_BLANK, BLANK)
  reason!: string;
}

export class CommunityOwner {
  @ApiProperty({ format: 'uuid', example: OWNER }) id!: string;
  @ApiProperty({ type: String, nullable: true, example: '刘芳' }) name!: string | null;
  @ApiProperty({ description: 'Still works here.', example: true }) active!: boolean;
}

export class CommunityHour {
  @ApiProperty({ description: '1 Monday … 7 Sunday, in the hospital’s zone.', example: 3 }) weekday!: number;
  @ApiProperty({ example: '19:00' }) time!: string;
  @ApiProperty({ example: 60 }) minutes!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: DOCTOR }) doctorId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) departmentId!: string | null;
}

export class CommunityView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01' }) id!: string;
  @ApiProperty({ description: 'The ETag without its quotes.', example: 1 }) version!: number;
  @ApiProperty({ example: '2型糖尿病病友群' }) nameZh!: string;
  @ApiProperty({ example: 'Living with type 2 diabetes' }) nameEn!: string;
  @ApiProperty({ type: [String], example: ['disease.diabetes-2'] }) tags!: string[];
  @ApiProperty({ type: [String], example: ['E11'] }) icd10!: string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) segmentId!: string | null;
  @ApiProperty({ enum: CHANNELS, example: 'wecom' }) channel!: Channel;
  @ApiProperty({ type: String, nullable: true, example: 'wrOgQhDgAAcwMTB7YmDkbeBsgT_AAAA' })
  externalId!: string | null;
  @ApiProperty({ type: CommunityOwner }) owner!: CommunityOwner;
  @ApiProperty({ description: 'The most people it takes.', example: 200 }) capacity!: number;
  @ApiProperty({ description: 'People in it now; two merged records are one.', example: 132 }) members!: number;
  @ApiProperty({ type: CommunityHour, nullable: true }) doctorHour!: CommunityHour | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the next doctor’s hour begins, or the one that lasts began.',
    example: '2026-11-18T11:00:00.000Z',
  })
  nextHourAt!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: open.', example: null })
  closedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) closeReason!: string | null;
}

export class CommunityPage {
  @ApiProperty({ type: [CommunityView] }) items!: CommunityView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
