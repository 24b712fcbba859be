import {
  COMPLAINANT_TYPES,
  TICKET_CHANNELS,
  TICKET_COLOURS,
  TICKET_KINDS,
  TICKET_SETTLEMENTS,
  TICKET_STATES,
  type ComplainantType,
  type TicketChannel,
  type TicketColour,
  type TicketKind,
  type TicketSettlement,
  type TicketState,
} from '#contracts';
import { ListQuery, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { SEARCH_LENGTH } from './search-words.js';

export const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
export const TICKET = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60';
const ACCOUNT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61';
const AT = '2026-03-05T07:00:00.000Z';

export class Ticket {
  @ApiProperty({ format: 'uuid', example: TICKET }) id!: string;
  @ApiProperty({ example: '2026-000123', description: 'The year it was received in, and a running number.' })
  number!: string;
  @ApiProperty({ enum: TICKET_KINDS, example: 'complaint' }) kind!: TicketKind;
  @ApiProperty({ type: Boolean, nullable: true, example: false, description: 'Of a complaint; null: not known yet.' })
  medical!: boolean | null;
  @ApiProperty({ example: false, description: '医疗纠纷: for medical affairs and legal only (complaints.disputes).' })
  dispute!: boolean;
  @ApiProperty({ example: false, description: 'Told in confidence: needs complaints.confidential.' })
  confidential!: boolean;
  @ApiProperty({
    enum: TICKET_COLOURS,
    example: 'yellow',
    description: 'How fast: red 30 min, yellow 2 h, blue 24 h ⚙.',
  })
  colour!: TicketColour;
  @ApiProperty({
    enum: TICKET_SETTLEMENTS,
    example: 'investigation',
    description: 'Decides the statutory answer (CP-9).',
  })
  settlement!: TicketSettlement;
  @ApiProperty({ enum: TICKET_CHANNELS, example: 'phone', description: 'By which way it came in.' })
  channel!: TicketChannel;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: PATIENT, description: 'Null: nobody known.' })
  patientId!: string | null;
  @Personal('name')
  @ApiProperty({ type: String, nullable: true, example: '王芳', description: 'Who told us.' })
  reporterName!: string | null;
  @Personal('phone')
  @ApiProperty({ type: String, nullable: true, example: '13800138000' })
  reporterPhone!: string | null;
  @Personal('free-text') @ApiProperty({ example: '门诊等候时间过长' }) subject!: string;
  @Personal('free-text') @ApiProperty({ example: '上午九点挂号，十一点才就诊，无人解释。' }) text!: string;
  @ApiProperty({ type: String, nullable: true, example: 'XXGNK', description: 'The department it is about.' })
  departmentCode!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: 'The member it is about.' })
  staffMemberId!: string | null;
  @ApiProperty({ type: String, enum: COMPLAINANT_TYPES, nullable: true, example: 'voicing' })
  complainantType!: ComplainantType | null;
  @ApiProperty({ type: String, nullable: true, example: ACCOUNT, description: 'The account that works on it.' })
  holderId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '李娜', description: 'Of staff.' }) holderName!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'The desk it lies on; null: the centre’s.' })
  deskDepartmentCode!: string | null;
  @ApiProperty({ enum: TICKET_STATES, example: 'claimed' }) state!: TicketState;
  @ApiProperty({
    format: 'date-time',
    example: AT,
    description: 'When it reached the hospital: clocks count from here.',
  })
  receivedAt!: string;
  @ApiProperty({ format: 'date-time', example: AT, description: 'When it was entered.' }) openedAt!: string;
  @ApiProperty({ type: String, nullable: true, example: '李娜', description: 'Of staff; null: no person entered it.' })
  openedByName!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: AT }) claimedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null, description: 'The first answer.' })
  repliedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null, description: 'For the patient.' })
  waitingSince!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) solvedAt!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) solution!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null, description: 'Closed or stopped.' })
  endedAt!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) stopReason!: string | null;
  @ApiProperty({ example: 0, description: 'How often it was taken up again.' }) reopened!: number;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'Where a merged one goes on.',
  })
  mergedInto!: string | null;
  @ApiProperty({ type: [String], example: ['reply', 'wait', 'solve'], description: 'What can be done from its state.' })
  allowed!: string[];
  @ApiProperty({ example: 2, description: 'Grows with each change; send `If-Match: "<version>"` to change it.' })
  version!: number;
}

export class TicketPage {
  @ApiProperty({ type: [Ticket] }) items!: Ticket[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class TicketsQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', example: PATIENT, description: 'Any id of the person, also a merged one.' })
  @IsOptional()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({
    example: '等候 收费',
    minLength: 1,
    maxLength: SEARCH_LENGTH,
    description: 'Words that all stand in subject, text or story, anywhere; Chinese needs no spaces.',
  })
  @IsOptional()
  @IsString()
  @Length(1, SEARCH_LENGTH)
  q?: string;

  @ApiPropertyOptional({
    example: 'me',
    description: 'Of this holder: an account’s id, or `me`.',
    pattern: '^(me|[0-9a-f-]{36})$',
  })
  @IsOptional()
  @Matches(/^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  holder?: string;
}

export class TicketEntry {
  @ApiProperty({
    format: 'uuid',
    example: TICKET,
    description: 'The ticket it was made in; another one’s when merged.',
  })
  ticketId!: string;
  @ApiProperty({ format: 'date-time', example: AT }) at!: string;
  @ApiProperty({ example: 'claimed', description: 'For instance opened, claimed, replied, noted, solved, merged.' })
  what!: string;
  @ApiProperty({ type: String, nullable: true, example: 'open' }) from!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'claimed' }) to!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) note!: string | null;
  @ApiProperty({ type: String, nullable: true, example: ACCOUNT, description: 'Null: the service itself.' })
  byId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '李娜', description: 'Of staff.' }) byName!: string | null;
}

export class TicketStory {
  @ApiProperty({ type: [TicketEntry], description: 'Oldest first; those of tickets merged into it between.' })
  items!: TicketEntry[];
}
