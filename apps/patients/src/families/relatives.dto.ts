import { CHANNELS, CONTENT_KINDS, type Channel, type ContentKind } from '#contracts';
import { IsMoment, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../people/plain-text.js';
import { CONSENT_GIVERS, END_SAYERS, type ConsentGiver, type RelativeWord } from './person-relative.entity.js';
import { RELATION_CODES, type Relation } from './relations.rules.js';

const ID = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51';
const INSTANT = { type: String, format: 'date-time' } as const;

class Said {
  @ApiProperty({ enum: CHANNELS, description: 'How it was said.', example: 'phone' })
  @IsIn(CHANNELS)
  channel!: Channel;

  @ApiPropertyOptional({ description: 'In the words of who says it.', example: '请把复诊提醒也发给我女儿' })
  @IsOptional()
  @PlainText(1, 500)
  note?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When, if before now.',
    example: '2026-03-02T10:15:00+08:00',
  })
  @IsOptional()
  @IsMoment()
  saidAt?: string;
}

export class RelativeConsent extends Said {
  @ApiProperty({
    enum: CONSENT_GIVERS,
    description:
      'Whose word it is. Below FAMILY_OWN_CONSENT_AGE (14) a guardian’s, from FAMILY_CHILD_AGE (18) on the patient’s; ' +
      'what a guardian agreed to ends there.',
    example: 'patient',
  })
  @IsIn(CONSENT_GIVERS)
  by!: ConsentGiver;
}

export class RelativeEnd extends Said {
  @ApiProperty({ enum: END_SAYERS, description: 'Whose word it is.', example: 'patient' })
  @IsIn(END_SAYERS)
  by!: (typeof END_SAYERS)[number];
}

export class RelativeChange {
  @ApiProperty({ type: RelativeConsent }) @ValidateNested() @Type(() => RelativeConsent) consent!: RelativeConsent;

  @ApiPropertyOptional({
    enum: CONTENT_KINDS,
    isArray: true,
    description:
      'Of which messages copies go there (子女同步提醒). marketing only to a patient, and while that one allows it too. A ' +
      'guardian of a child gets everything, whatever stands here.',
    example: ['appointment', 'medication'],
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(CONTENT_KINDS.length)
  @IsIn(CONTENT_KINDS, { each: true })
  kinds?: ContentKind[];

  @ApiPropertyOptional({
    description: 'Gets what concerns a child instead of the child. Of a parent true unless said otherwise.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  guardian?: boolean;

  @ApiPropertyOptional({ ...INSTANT, nullable: true, description: 'Null: until it is ended.', example: null })
  @IsOptional()
  @IsMoment()
  until?: string | null;
}

export class NewRelative extends RelativeChange {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The relative’s record, if there is one; else name and phone.',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02',
  })
  @IsOptional()
  @IsUUID()
  relativePatientId?: string;

  @ApiPropertyOptional({ example: '王秀英' }) @IsOptional() @PlainText(1, 200) name?: string;
  @ApiPropertyOptional({ description: 'However it is written.', example: '138 0013 8000' })
  @IsOptional()
  @PlainText(1, 60)
  phone?: string;

  @ApiProperty({ enum: RELATION_CODES, description: 'GB/T 4761: what the relative is to the patient.', example: '32' })
  @IsIn(RELATION_CODES)
  relation!: Relation;

  @ApiPropertyOptional({ ...INSTANT, description: 'Now unless given.', example: '2026-03-02T10:15:00+08:00' })
  @IsOptional()
  @IsMoment()
  from?: string;
}

/** A relative in one line. */
export class RelativeLine {
  @ApiProperty({ format: 'uuid', description: 'Of the entry.', example: ID }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The living record, if there is one.' })
  relativePatientId!: string | null;
  @Personal('name') @ApiProperty({ type: String, nullable: true, example: '王秀英' }) name!: string | null;
  @Personal('phone') @ApiProperty({ type: String, nullable: true, example: '+8613800138000' }) phone!: string | null;
  @ApiProperty({ enum: RELATION_CODES, description: 'GB/T 4761.', example: '32' }) relation!: Relation;
  @ApiProperty({ example: '长女 eldest daughter' }) relationText!: string;
  @ApiProperty({ description: 'Guardian, as long as the patient is a child.', example: false }) guardian!: boolean;
  @ApiProperty({ enum: CONTENT_KINDS, isArray: true, description: 'What goes there now.', example: ['appointment'] })
  gets!: ContentKind[];
}

export class RelativeHistory {
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) at!: string;
  @ApiProperty({ enum: ['named', 'changed', 'ended'], example: 'named' }) what!: RelativeWord['what'];
  @ApiProperty({ type: String, nullable: true, description: 'Account of who recorded it.', example: null })
  by!: string | null;
  @ApiProperty({ enum: END_SAYERS, example: 'patient' }) saidBy!: RelativeWord['saidBy'];
  @ApiProperty({ enum: CHANNELS, example: 'phone' }) channel!: Channel;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) note!: string | null;
  @ApiProperty({ enum: CONTENT_KINDS, isArray: true, example: ['appointment'] }) kinds!: ContentKind[];
  @ApiProperty({ example: false }) guardian!: boolean;
  @ApiProperty({ ...INSTANT, nullable: true, example: null }) until!: string | null;
}

export class RelativeView extends RelativeLine {
  @ApiProperty({ description: 'The ETag without its quotes.', example: 1 }) version!: number;
  @ApiProperty({ format: 'uuid', description: 'The record it was said under.' }) patientId!: string;
  @ApiProperty({ enum: CONTENT_KINDS, isArray: true, description: 'What was agreed to.', example: ['appointment'] })
  kinds!: ContentKind[];
  @ApiProperty({ enum: CONSENT_GIVERS, example: 'patient' }) consentBy!: ConsentGiver;
  @ApiProperty({ ...INSTANT, example: '2026-03-02T02:15:00.000Z' }) from!: string;
  @ApiProperty({ ...INSTANT, nullable: true, example: null }) until!: string | null;
  @ApiProperty({ ...INSTANT, nullable: true, example: null }) endedAt!: string | null;
  @ApiProperty({ ...INSTANT, example: '2026-03-02T02:15:00.000Z' }) recordedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who recorded it.', example: null })
  recordedBy!: string | null;
  @ApiProperty({ type: [RelativeHistory], description: 'Every word on it, the first first.' })
  history!: RelativeHistory[];
}

export class RelativePage {
  @ApiProperty({ type: [RelativeView] }) items!: RelativeView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

/** Somebody who named this patient. */
export class NamedByView {
  @ApiProperty({ format: 'uuid', description: 'Of the entry in that family.', example: ID }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'Who named this patient: the living record.' }) patientId!: string;
  @Personal('name') @ApiProperty({ type: String, nullable: true, example: '王小宝' }) name!: string | null;
  @ApiProperty({ enum: RELATION_CODES, description: 'GB/T 4761: what this patient is to that one.', example: '52' })
  relation!: Relation;
  @ApiProperty({ example: '母亲 mother' }) relationText!: string;
  @ApiProperty({ example: true }) guardian!: boolean;
  @ApiProperty({ description: 'The one who named is a child now.', example: true }) child!: boolean;
  @ApiProperty({ enum: CONTENT_KINDS, isArray: true, description: 'What comes here now.', example: ['appointment'] })
  gets!: ContentKind[];
  @ApiProperty({ ...INSTANT, nullable: true, example: null }) endedAt!: string | null;
}

export class NamedByPage {
  @ApiProperty({ type: [NamedByView] }) items!: NamedByView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
