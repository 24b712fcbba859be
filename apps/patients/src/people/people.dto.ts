import { SEXES, type Sex } from '#contracts';
import { IsMoment, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DOCUMENT_TYPES, type DocumentType } from './national-id.rules.js';
import { A_PHONE } from './phone-number.js';
import { PlainText } from './plain-text.js';

const NOT_BLANK = /\S/;
const BLANK = { message: 'blank' };

export class RecordNumber {
  @ApiProperty({ description: 'The system that issued it.', example: 'DEMO-HIS' })
  @PlainText(1, 120)
  issuer!: string;

  @Personal('record-number')
  @ApiProperty({ example: '10023456' })
  @PlainText(1, 120)
  value!: string;

  @ApiPropertyOptional({ description: 'HL7 table 0203.', example: 'MR' })
  @IsOptional()
  @PlainText(1, 20)
  type?: string;
}

export class PatientDocument {
  @ApiProperty({ enum: DOCUMENT_TYPES, example: 'passport' })
  @IsIn(DOCUMENT_TYPES)
  type!: DocumentType;

  @Personal('document')
  @ApiProperty({ example: 'E12345678' })
  @PlainText(1, 60)
  number!: string;
}

/** What may be said of a person besides the name. A field left out is not said; null deletes. */
export class PatientFacts {
  @ApiPropertyOptional({ type: String, enum: SEXES, nullable: true, example: 'female' })
  @IsOptional()
  @IsIn(SEXES)
  sex?: Sex | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, example: '1949-12-31' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'calendar-day' })
  @IsISO8601({ strict: true }, { message: 'calendar-day' })
  birthDate?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: '居民身份证, checked by GB 11643-1999. Only one living record has it.',
    example: '11010519491231002X',
  })
  @IsOptional()
  @PlainText(1, 60)
  nationalId?: string | null;

  @ApiPropertyOptional({ type: PatientDocument, nullable: true, description: 'A document other than the national ID.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PatientDocument)
  document?: PatientDocument | null;

  @ApiPropertyOptional({
    type: [String],
    nullable: true,
    description: 'The whole list, as written, each with three digits at least; a Chinese number needs no country code.',
    example: ['138 0013 8000', '010-62345678 转 01'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @PlainText(1, 60, { each: true })
  @Matches(A_PHONE, { each: true, message: 'phone-unreadable' })
  phones?: string[] | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '北京市朝阳区建国路1号' })
  @IsOptional()
  @PlainText(0, 500)
  address?: string | null;

  @ApiPropertyOptional({
    description: 'true: every contact stops at once (PT-11). false: takes a mistaken report back. Not null.',
    example: false,
  })
  @ValidateIf((body: PatientFacts) => body.deceased !== undefined)
  @IsBoolean()
  deceased?: boolean;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Only together with deceased: true.',
    example: null,
  })
  @IsOptional()
  @IsMoment()
  deceasedAt?: string | null;
}

export class NewPatient extends PatientFacts {
  @ApiProperty({ example: '葉东珅' })
  @PlainText(1, 200)
  @Matches(NOT_BLANK, BLANK)
  name!: string;

  @ApiPropertyOptional({ type: [RecordNumber], description: 'Record numbers; each belongs to one person only.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RecordNumber)
  identifiers?: RecordNumber[];
}

export class PatientChange extends PatientFacts {
  @ApiPropertyOptional({ description: 'Not null.', example: '葉东珅' })
  @ValidateIf((body: PatientChange) => body.name !== undefined)
  @PlainText(1, 200)
  @Matches(NOT_BLANK, BLANK)
  name?: string;
}
