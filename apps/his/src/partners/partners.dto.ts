import {
  ABNORMALITIES,
  MEDICATION_USES,
  RESULT_KINDS,
  SEXES,
  type Abnormality,
  type MedicationUse,
  type ResultKind,
  type Sex,
} from '#contracts';
import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  IsTimeZone,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CHARSETS, type Charset } from '../hl7/charset.rules.js';
import type { PartnerDefinition } from '../hl7/partner-profile.js';
import { VISIT_CLASSES, type VisitClass } from '../hl7/vocabulary.js';
import { isCode, IsTable } from './is-table.js';

const PARTNER_CODE = /^[a-z0-9][a-z0-9-]{0,59}$/;
const CLASSES = [...VISIT_CLASSES, 'by-event'] as const;
const WITHOUT_VISIT = ['keep-patient', 'refuse'] as const;

/** Mirrors the core's PartnerDefinition, which the type check holds it to. */
export class Definition implements PartnerDefinition {
  @ApiPropertyOptional({ example: 'HIS', description: 'MSH-3.1 of its messages; left out: any.', maxLength: 120 })
  @Stated()
  @IsString()
  @Length(1, 120)
  sendingApplication?: string;

  @ApiPropertyOptional({ example: '市一医院', description: 'MSH-4.1; left out: any.', maxLength: 120 })
  @Stated()
  @IsString()
  @Length(1, 120)
  sendingFacility?: string;

  @ApiPropertyOptional({ enum: CHARSETS, description: 'Of messages that declare none and are not UTF-8.' })
  @Stated()
  @IsIn(CHARSETS)
  charset?: Charset;

  @ApiPropertyOptional({ example: 'Asia/Shanghai', description: 'IANA zone of times without an offset.' })
  @Stated()
  @IsTimeZone()
  zone?: string;

  @ApiPropertyOptional({
    example: 'HIS',
    description: 'Issuer of record numbers whose PID-3.4 is empty.',
    maxLength: 120,
  })
  @Stated()
  @IsString()
  @Length(1, 120)
  identifierAuthority?: string;

  @ApiPropertyOptional({ type: [Number], example: [3, 2], description: 'PID fields with record numbers, best first.' })
  @Stated()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(100, { each: true })
  identifierFields?: number[];

  @ApiPropertyOptional({
    type: [String],
    example: ['MR', 'PI'],
    description: 'PID-3.5 of the main number, best first.',
  })
  @Stated()
  @IsCodes()
  primaryIdentifierTypes?: string[];

  @ApiPropertyOptional({ type: [String], example: ['NNCHN'], description: 'PID-3.5 of a national ID.' })
  @Stated()
  @IsCodes()
  nationalIdTypes?: string[];

  @ApiPropertyOptional({ example: false, description: '张^张三: the given name holds the whole name.' })
  @Stated()
  @IsBoolean()
  givenNameIsFullName?: boolean;

  @ApiPropertyOptional({ ...table('男性患者', 'male'), description: 'PID-8 → sex. Adds to the usual codes.' })
  @Stated()
  @IsTable(SEXES.join(', '), (value) => SEXES.includes(value as Sex))
  sexes?: Record<string, Sex>;

  @ApiPropertyOptional({
    ...table('特需', 'outpatient'),
    description: 'PV1-2 → kind of visit. Adds to the usual codes.',
  })
  @Stated()
  @IsTable(CLASSES.join(', '), (value) => CLASSES.includes(value as VisitClass))
  visitClasses?: Record<string, VisitClass | 'by-event'>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'boolean' },
    example: { 死亡: true },
    description: 'PID-30 → whether the patient died. Adds to the usual codes.',
  })
  @Stated()
  @IsTable('true-or-false', (value) => typeof value === 'boolean')
  deathIndicators?: Record<string, boolean>;

  @ApiPropertyOptional({ type: [String], example: ['20', '死亡'], description: 'PV1-36 of a patient who died.' })
  @Stated()
  @IsCodes()
  deathDispositions?: string[];

  @ApiPropertyOptional({ ...table('020101', '03.04'), description: 'Local department code → national code.' })
  @Stated()
  @IsTable('codes', isCode)
  departments?: Record<string, string>;

  @ApiPropertyOptional({
    ...table('超声', 'imaging'),
    description: 'OBR-24 → kind of result. Adds to the usual codes.',
  })
  @Stated()
  @IsTable(RESULT_KINDS.join(', '), (value) => RESULT_KINDS.includes(value as ResultKind))
  resultSections?: Record<string, ResultKind>;

  @ApiPropertyOptional({
    ...table('偏高', 'abnormal'),
    description: 'OBX-8 → how far from normal. Adds to the usual codes.',
  })
  @Stated()
  @IsTable(ABNORMALITIES.join(', '), (value) => ABNORMALITIES.includes(value as Abnormality))
  abnormalFlags?: Record<string, Abnormality>;

  @ApiPropertyOptional({
    ...table('带药', 'discharge'),
    description: 'ORC-29 → what a drug was ordered for. Adds to the usual codes.',
  })
  @Stated()
  @IsTable(MEDICATION_USES.join(', '), (value) => MEDICATION_USES.includes(value as MedicationUse))
  medicationOrderTypes?: Record<string, MedicationUse>;

  @ApiPropertyOptional({
    type: [String],
    example: ['P'],
    description: 'MSH-11.1 taken; an empty text takes none stated.',
  })
  @Stated()
  @IsCodes(0)
  processingIds?: string[];

  @ApiPropertyOptional({ type: [String], example: ['2.4', '2.5'], description: 'MSH-12.1 taken.' })
  @Stated()
  @IsCodes(0)
  versions?: string[];

  @ApiPropertyOptional({ enum: WITHOUT_VISIT, description: 'What becomes of an A01, A04 or A05 without visit number.' })
  @Stated()
  @IsIn(WITHOUT_VISIT)
  admissionWithoutVisitNumber?: 'keep-patient' | 'refuse';
}

export class SavePartner {
  @ApiProperty({ type: Definition, description: 'What it does otherwise than the default.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => Definition)
  definition!: Definition;
}

export class CreatePartner extends SavePartner {
  @ApiProperty({ example: 'city-hospital-his', pattern: PARTNER_CODE.source })
  @Matches(PARTNER_CODE)
  code!: string;
}

export class Partner {
  @ApiProperty({ example: 'city-hospital-his' }) code!: string;
  @ApiProperty({ type: Definition, description: 'As saved.' }) definition!: Definition;
  @ApiProperty({ type: Definition, description: 'As messages are read with it: the default and what is saved.' })
  effective!: Definition;
  @ApiProperty({ example: 1, description: 'Grows with each change; also the ETag.' }) version!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) updatedAt!: string;
}

export class PartnerPage {
  @ApiProperty({ type: [Partner] }) items!: Partner[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

function table(key: string, value: string) {
  return { type: 'object', additionalProperties: { type: 'string' }, example: { [key]: value } } as const;
}

function IsCodes(minLength = 1): PropertyDecorator {
  const rules = [IsArray(), ArrayMaxSize(100), IsString({ each: true }), Length(minLength, 120, { each: true })];
  return (target, property) => rules.forEach((rule) => rule(target, property));
}
