import { ListQuery, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { MESSAGE_STATUSES, type MessageStatus } from './message.entity.js';

/** Segments of the message and of the visit: what they hold tells nobody's name, birth or number. */
const ABOUT_NOBODY = /^(MSH|EVN|PV1|PV2|FHS|FTS|BHS|BTS)\b/;
const ID = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';

export class MessageProblem {
  @ApiProperty({ example: 103, description: 'HL7 table 0357: 100–103 and 204–206 an error, 200–203 not supported.' })
  code!: number;
  @ApiProperty({ example: 'PV1-2', description: 'Segment, field and component.' }) location!: string;
  @Personal('quotation', ({ location }) => !ABOUT_NOBODY.test(String(location)))
  @ApiProperty({ example: 'patient class "特需" is not in the table of default' })
  text!: string;
}

export class MessageSummary {
  @ApiProperty({ format: 'uuid', example: ID }) id!: string;
  @ApiProperty({ example: 'default', description: 'Code of the partner profile it was read with.' }) partner!: string;
  @ApiProperty({ example: 'HIS', description: 'MSH-3.' }) sendingApplication!: string;
  @ApiProperty({ example: 'DEMO', description: 'MSH-4.' }) sendingFacility!: string;
  @ApiProperty({ example: 'CN0001', description: 'MSH-10.' }) controlId!: string;
  @ApiProperty({ example: 'ADT', description: 'MSH-9.1.' }) messageType!: string;
  @ApiProperty({ example: 'A03', description: 'MSH-9.2, else EVN-1.' }) event!: string;
  @ApiProperty({ enum: MESSAGE_STATUSES, description: '`repaired`: refused, but a repair or retry was accepted.' })
  status!: MessageStatus;
  @ApiProperty({ enum: ['AA', 'AE', 'AR'], example: 'AA' }) code!: string;
  @ApiProperty({ type: [MessageProblem], description: 'Why it was refused.' }) errors!: MessageProblem[];
  @ApiProperty({ type: [MessageProblem], description: 'Told to the sender; they did not refuse it.' })
  warnings!: MessageProblem[];
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) receivedAt!: string;
  @ApiProperty({ enum: ['utf-8', 'gb18030', 'gbk', 'iso-8859-1'], example: 'gb18030' }) charset!: string;
  @Personal('record-number')
  @ApiProperty({ type: String, nullable: true, example: '00088001' })
  recordNumber!: string | null;
  @Personal('record-number')
  @ApiProperty({ type: [String], example: ['00088001'], description: 'Every record number it names.' })
  recordNumbers!: string[];
  @Personal('record-number')
  @ApiProperty({ type: String, nullable: true, example: 'ZY20260001' })
  visitNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', example: null, description: 'The message it repairs.' })
  repairedFrom!: string | null;
}

export class Message extends MessageSummary {
  @Personal('hl7')
  @ApiProperty({ example: 'MSH|^~\\&|HIS|…', description: 'Segments end with CR, as they came.' })
  text!: string;
  @Personal('hl7')
  @ApiProperty({ type: [String], example: ['MSH|^~\\&|…\rMSA|AA|CN0001\r'], description: 'What its sender was told.' })
  answers!: string[];
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: '2026-03-02T10:15:00+08:00',
    description: 'When it happened by the sender’s clock (EVN-2, else MSH-7); events count no later than receipt.',
  })
  claimedTime!: string | null;
  @ApiProperty({ type: Number, example: 412, description: 'Bytes.' }) size!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    example: null,
    description: 'The message that repairs it.',
  })
  repairedByMessage!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Account that repaired it; null when its sender sent it again.',
  })
  repairedBy!: string | null;
}

export class MessagePage {
  @ApiProperty({ type: [MessageSummary] }) items!: MessageSummary[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class MessagesQuery extends ListQuery {
  @ApiPropertyOptional({ example: '00088001', description: 'One of the record numbers, exactly.', maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  recordNumber?: string;

  @ApiPropertyOptional({ example: 'ZY20260001', description: 'Exactly.', maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  visitNumber?: string;
}

export class RepairMessage {
  @ApiProperty({
    example: 'MSH|^~\\&|HIS|DEMO|CSC|HOSPITAL|20260302101500||ADT^A03|CN0001|P|2.5.1\rPID|…',
    description: 'The whole message as it should have been; segments end with CR, LF or CRLF.',
    maxLength: 900_000,
  })
  @IsString()
  @Length(8, 900_000)
  text!: string;
}

export class RepairedMessage {
  @ApiProperty({ format: 'uuid', example: ID, description: 'The message that was accepted in its place.' })
  @IsUUID()
  id!: string;
  @ApiProperty({ format: 'uuid', example: ID, description: 'The refused message.' })
  @IsUUID()
  repairedFrom!: string;
}
