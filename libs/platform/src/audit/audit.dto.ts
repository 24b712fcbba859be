import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { IsMoment } from '../http/moment.js';
import { Personal } from '../masking/personal.js';

const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const ACTOR = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77';

export class AuditQuery {
  @ApiPropertyOptional({ description: 'Whose data: a patient id, an account id …', example: PATIENT })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  subjectId?: string;

  @ApiPropertyOptional({
    description: 'Who did it: an account id, or issuer and subject of a token of another issuer: `https://…|subject`.',
    example: ACTOR,
  })
  @IsOptional()
  @IsString()
  @Length(1, 512)
  actorId?: string;

  @ApiPropertyOptional({ description: 'Its name in the API document.', example: 'patients_people_read' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  operation?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Not before.', example: '2026-11-01T00:00:00+08:00' })
  @IsOptional()
  @IsMoment()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before.', example: '2026-12-01T00:00:00+08:00' })
  @IsOptional()
  @IsMoment()
  to?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  cursor?: string;
}

/** Kinds of things of the hospital, not of its patients: who reads the audit sees their changes. */
const NO_PATIENTS = new Set([
  ...['account', 'department', 'member', 'message', 'notification', 'notification-preferences', 'partner', 'plan'],
  ...['follow-up-dealing', 'role', 'shift', 'substitute', 'term', 'weekly-duty'],
]);
const ofPatients = ({ subject }: { subject?: unknown }) => !NO_PATIENTS.has(String(subject));

export class AuditChange {
  @ApiProperty({ example: 'patient' }) subject!: string;
  @ApiProperty({ example: PATIENT }) id!: string;
  @Personal('free-text', ofPatients)
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { gender: 'unknown' },
    description: 'The fields that changed, as they were; null for something new.',
  })
  before!: Record<string, unknown> | null;
  @Personal('free-text', ofPatients)
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { gender: 'female' },
    description: 'The same fields as they became; null for something deleted.',
  })
  after!: Record<string, unknown> | null;
}

export class AuditEntry {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' }) id!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-21T02:15:00.000Z' }) at!: string;
  @ApiProperty({ type: String, nullable: true, example: ACTOR, description: 'Null before anybody logged in.' })
  actorId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '王芳' }) actorName!: string | null;
  @ApiProperty({ type: [String], example: ['agent'] }) actorRoles!: string[];
  @ApiProperty({ type: String, nullable: true, example: null }) sessionId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '10.2.3.4', description: 'As the gateway saw it.' })
  clientAddress!: string | null;
  @ApiProperty({ example: '5f0c8a52-8f6e-4d0b-9d67-6a2f7a0b1c11' }) requestId!: string;
  @ApiProperty({ example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }) traceparent!: string;
  @ApiProperty({ example: 'patients_people_read' }) operation!: string;
  @ApiProperty({ example: 'GET' }) method!: string;
  @ApiProperty({ example: '/patients/:id' }) path!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { id: PATIENT } })
  params!: Record<string, string>;
  @ApiProperty({ example: 'patient', description: 'What kind the subject ids are of.' }) subject!: string;
  @ApiProperty({ type: [String], example: [PATIENT], description: 'Whose data; of a list, everyone on the page.' })
  subjectIds!: string[];
  @ApiProperty({ example: 200, description: 'The HTTP status: 2xx succeeded, 4xx was refused.' }) status!: number;
  @ApiProperty({ example: true, description: 'Whether personal fields were answered as they are.' }) unmasked!: boolean;
  @ApiProperty({ type: [AuditChange], nullable: true, example: null }) changes!: AuditChange[] | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Why, where the caller has to say.' })
  reason!: string | null;
}

export class AuditPage {
  @ApiProperty({ type: [AuditEntry] }) items!: AuditEntry[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class AuditHeadView {
  @ApiProperty({ example: 18_204, description: 'How many entries were ever sealed.' }) seq!: number;
  @ApiProperty({ example: '9b2f…', description: 'Hash of the last seal, hexadecimal.' }) hash!: string;
  @ApiProperty({ example: 3, description: 'Entries that wait for their seal; it comes within seconds.' })
  waiting!: number;
}
