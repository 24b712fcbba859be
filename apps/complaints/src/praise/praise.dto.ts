import { PRAISE_KINDS, type PraiseKind } from '#contracts';
import { IsMoment, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { PRAISE_DECISIONS, PRAISE_STATES, type PraiseDecision, type PraiseState } from './praise.rules.js';

const MEMBER = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01';
const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const MOMENT = { type: String, format: 'date-time', nullable: true, example: null } as const;

export class NewPraise {
  @ApiProperty({ enum: PRAISE_KINDS, example: 'banner', description: '表扬信 or 锦旗.' })
  @IsIn(PRAISE_KINDS)
  kind!: PraiseKind;

  @ApiProperty({ example: '医术精湛 医德高尚', maxLength: 4000, description: 'What it says.' })
  @IsString()
  @Length(1, 4000)
  @Matches(/\S/, { message: 'blank' })
  text!: string;

  @ApiPropertyOptional({ example: '王女士', maxLength: 120, description: 'Who gave it, as it is signed.' })
  @Stated()
  @IsString()
  @Length(1, 120)
  fromName?: string;

  @ApiPropertyOptional({ format: 'uuid', example: PATIENT })
  @Stated()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({ example: 'XXGNK', description: 'The department praised; or staffMemberIds, or both.' })
  @Stated()
  @IsString()
  @Length(1, 60)
  departmentCode?: string;

  @ApiPropertyOptional({ type: [String], example: [MEMBER], maxItems: 20, description: 'Praised by name.' })
  @Stated()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  staffMemberIds?: string[];

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-03-05T15:00:00+08:00',
    description: 'When the hospital got it; now by default, never later.',
  })
  @Stated()
  @IsMoment()
  receivedAt?: string;
}

export class NewPraiseDecision {
  @ApiProperty({ enum: PRAISE_DECISIONS, example: 'approved' }) @IsIn(PRAISE_DECISIONS) decision!: PraiseDecision;

  @ApiPropertyOptional({
    example: 20_000,
    minimum: 0,
    maximum: 100_000_000,
    description: 'With approved: the whole reward in fen, 0 for none in money.',
  })
  @Stated()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  amountFen?: number;

  @ApiPropertyOptional({ example: '按制度奖励。', maxLength: 1000 })
  @Stated()
  @IsString()
  @Length(1, 1000)
  note?: string;
}

export class Praise {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd201' }) id!: string;
  @ApiProperty({ enum: PRAISE_KINDS, example: 'banner' }) kind!: PraiseKind;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) receivedAt!: string;
  @Personal('name') @ApiProperty({ type: String, nullable: true, example: '王女士' }) fromName!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: PATIENT }) patientId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'XXGNK' }) departmentCode!: string | null;
  @ApiProperty({ type: [String], example: [MEMBER] }) staffMemberIds!: string[];
  @Personal('free-text') @ApiProperty({ example: '医术精湛 医德高尚' }) text!: string;
  @ApiProperty({ example: true }) hasPhoto!: boolean;
  @ApiProperty({ enum: PRAISE_STATES, example: 'recorded' }) state!: PraiseState;
  @ApiProperty({ type: Number, nullable: true, example: null, description: 'The reward in fen, once approved.' })
  amountFen!: number | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:05:00.000Z' }) recordedAt!: string;
  @ApiProperty({ type: String, nullable: true, example: '李客服' }) recordedByName!: string | null;
  @ApiProperty(MOMENT) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) decidedByName!: string | null;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, example: null })
  decisionNote!: string | null;
  @ApiProperty({ example: 1, description: 'For If-Match.' }) version!: number;
}

export class PraisePage {
  @ApiProperty({ type: [Praise] }) items!: Praise[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

/** What finance pays, without the words of the letter or who wrote it. */
export class PraiseReward {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd201' }) id!: string;
  @ApiProperty({ enum: PRAISE_KINDS, example: 'banner' }) kind!: PraiseKind;
  @ApiProperty({ type: String, nullable: true, example: 'XXGNK' }) departmentCode!: string | null;
  @ApiProperty({ type: [String], example: [MEMBER] }) staffMemberIds!: string[];
  @ApiProperty({ example: 20_000, description: 'In fen.' }) amountFen!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-06T02:00:00.000Z' }) decidedAt!: string;
  @ApiProperty({ type: String, nullable: true, example: '陈总经理' }) decidedByName!: string | null;
}

export class PraiseRewardPage {
  @ApiProperty({ type: [PraiseReward] }) items!: PraiseReward[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

/** For the documentation of the multipart form; Uploads reads it as a stream. */
export class PraisePhotoForm {
  @ApiProperty({ type: 'string', format: 'binary', description: 'A JPEG or PNG of at most 10 MiB.' })
  file!: unknown;
}
