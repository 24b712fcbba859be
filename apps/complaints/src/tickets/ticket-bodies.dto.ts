import {
  COMPLAINANT_TYPES,
  TICKET_CHANNELS,
  TICKET_COLOURS,
  TICKET_KINDS,
  TICKET_SETTLEMENTS,
  type ComplainantType,
  type TicketChannel,
  type TicketColour,
  type TicketKind,
  type TicketSettlement,
} from '#contracts';
import { IsMoment, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PATIENT } from './tickets.dto.js';

const DEPARTMENT = '^[^\\s]{1,60}$';

export class OpenTicket {
  @ApiProperty({ enum: TICKET_KINDS, example: 'complaint' }) @IsIn(TICKET_KINDS) kind!: TicketKind;
  @ApiProperty({ enum: TICKET_CHANNELS, example: 'phone' }) @IsIn(TICKET_CHANNELS) channel!: TicketChannel;
  @ApiProperty({ example: '门诊等候时间过长', maxLength: 200 }) @IsString() @Length(1, 200) subject!: string;
  @ApiProperty({ example: '上午九点挂号，十一点才就诊，无人解释。', maxLength: 5000 })
  @IsString()
  @Length(1, 5000)
  text!: string;

  @ApiPropertyOptional({ example: false, description: 'Of a complaint, when it is known already.' })
  @Stated()
  @IsBoolean()
  medical?: boolean;

  @ApiPropertyOptional({
    enum: TICKET_COLOURS,
    example: 'yellow',
    description: 'By default by kind (`/complaints/colours`).',
  })
  @Stated()
  @IsIn(TICKET_COLOURS)
  colour?: TicketColour;

  @ApiPropertyOptional({ enum: TICKET_SETTLEMENTS, example: 'investigation' })
  @Stated()
  @IsIn(TICKET_SETTLEMENTS)
  settlement?: TicketSettlement;

  @ApiPropertyOptional({ format: 'uuid', example: PATIENT }) @Stated() @IsUUID() patientId?: string;
  @ApiPropertyOptional({ example: '王芳', maxLength: 60 }) @Stated() @IsString() @Length(1, 60) reporterName?: string;
  @ApiPropertyOptional({ example: '13800138000', pattern: '^[+0-9][0-9 -]{2,29}$' })
  @Stated()
  @Matches(/^[+0-9][0-9 -]{2,29}$/)
  reporterPhone?: string;

  @ApiPropertyOptional({ example: 'XXGNK', pattern: DEPARTMENT, description: 'The department it is about.' })
  @Stated()
  @Matches(/^\S{1,60}$/)
  departmentCode?: string;

  @ApiPropertyOptional({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' })
  @Stated()
  @IsUUID()
  staffMemberId?: string;

  @ApiPropertyOptional({ enum: COMPLAINANT_TYPES, example: 'voicing' })
  @Stated()
  @IsIn(COMPLAINANT_TYPES)
  complainantType?: ComplainantType;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-03-05T14:58:00+08:00', description: 'Not in the future.' })
  @Stated()
  @IsMoment()
  receivedAt?: string;
}

/** What was said, or why. */
export class TicketWords {
  @ApiProperty({ example: '已致电患者，说明情况并致歉。', maxLength: 4000 }) @IsString() @Length(1, 4000) text!: string;
}

export class OptionalTicketWords {
  @ApiPropertyOptional({ example: '患者表示满意。', maxLength: 4000 })
  @Stated()
  @IsString()
  @Length(1, 4000)
  text?: string;
}

export class Recolour {
  @ApiProperty({ enum: TICKET_COLOURS, example: 'red' }) @IsIn(TICKET_COLOURS) colour!: TicketColour;
  @ApiProperty({ example: '患者情绪激动，正在现场', maxLength: 1000 }) @IsString() @Length(1, 1000) reason!: string;
}

export class ReassignTicket {
  @ApiPropertyOptional({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61', description: 'An account.' })
  @Stated()
  @IsUUID()
  accountId?: string;

  @ApiPropertyOptional({ example: 'XXGNK', pattern: DEPARTMENT, description: 'A department’s desk.' })
  @Stated()
  @Matches(/^\S{1,60}$/)
  departmentCode?: string;

  @ApiProperty({ example: '属心内科诊疗问题', maxLength: 1000 }) @IsString() @Length(1, 1000) reason!: string;
}

export class Reclassify {
  @ApiPropertyOptional({ enum: TICKET_KINDS, example: 'complaint' }) @Stated() @IsIn(TICKET_KINDS) kind?: TicketKind;
  @ApiPropertyOptional({ example: true }) @Stated() @IsBoolean() medical?: boolean;
  @ApiPropertyOptional({ enum: TICKET_SETTLEMENTS, example: 'several-departments' })
  @Stated()
  @IsIn(TICKET_SETTLEMENTS)
  settlement?: TicketSettlement;

  @ApiPropertyOptional({ example: 'XXGNK', pattern: DEPARTMENT })
  @Stated()
  @Matches(/^\S{1,60}$/)
  departmentCode?: string;
  @ApiPropertyOptional({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' })
  @Stated()
  @IsUUID()
  staffMemberId?: string;

  @ApiPropertyOptional({ example: '经核实属诊疗问题', maxLength: 1000 })
  @Stated()
  @IsString()
  @Length(1, 1000)
  reason?: string;
}

/** Whose ticket it turned out to be. */
export class AttributeTicket {
  @ApiProperty({ format: 'uuid', example: PATIENT }) @IsUUID() patientId!: string;

  @ApiProperty({ example: '来电人核对姓名、出生日期后确认', maxLength: 1000, description: 'How it is known.' })
  @IsString()
  @Length(1, 1000)
  reason!: string;
}

export class MergeTicket {
  @ApiProperty({
    format: 'uuid',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c63',
    description: 'The ticket it goes on in.',
  })
  @IsUUID()
  into!: string;

  @ApiProperty({ example: '同一事件重复反映', maxLength: 1000 }) @IsString() @Length(1, 1000) reason!: string;
}

export class SetComplainantType {
  @ApiProperty({
    enum: COMPLAINANT_TYPES,
    example: 'acting',
    description: 'acting: claims damages; finance and legal are told.',
  })
  @IsIn(COMPLAINANT_TYPES)
  type!: ComplainantType;
}
