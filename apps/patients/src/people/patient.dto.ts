import { CONSENT_PURPOSES, PERSON_STATES, SEXES, type ConsentPurpose, type PersonState, type Sex } from '#contracts';
import { ListQuery, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { PatientDocument, RecordNumber } from './people.dto.js';
import { PlainText } from './plain-text.js';

export class PatientPhone {
  @Personal('phone')
  @ApiProperty({ description: 'As it was written.', example: '138 0013 8000' })
  raw!: string;
  @Personal('phone')
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'E.164; null where there is none.',
    example: '+8613800138000',
  })
  e164!: string | null;
}

export class Patient {
  @ApiProperty({ format: 'uuid', description: 'Of the living record, also when a merged id was asked for.' })
  id!: string;
  @ApiProperty({ description: 'The ETag without its quotes.', example: 1 }) version!: number;
  @Personal('name') @ApiProperty({ type: String, nullable: true, example: '葉东珅' }) name!: string | null;
  @ApiProperty({ type: String, enum: SEXES, nullable: true, example: 'female' }) sex!: Sex | null;
  @Personal('birth-date')
  @ApiProperty({ type: String, nullable: true, description: 'As precise as it is known.', example: '1949-12-31' })
  birthDate!: string | null;
  @Personal('national-id')
  @ApiProperty({ type: String, nullable: true, example: '11010519491231002X' })
  nationalId!: string | null;
  @ApiProperty({ type: PatientDocument, nullable: true }) document!: PatientDocument | null;
  @ApiProperty({ type: [PatientPhone] }) phones!: PatientPhone[];
  @Personal('address')
  @ApiProperty({ type: String, nullable: true, example: '北京市朝阳区建国路1号' })
  address!: string | null;
  @ApiProperty({ type: [RecordNumber], description: 'Those of merged records too.' }) identifiers!: RecordNumber[];
  @ApiProperty({ description: 'PT-11: nobody contacts this person any more.', example: false }) deceased!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) deceasedAt!: string | null;
  @ApiProperty({ enum: CONSENT_PURPOSES, isArray: true, description: 'PT-9', example: ['care', 'follow-up'] })
  allowedPurposes!: ConsentPurpose[];
  @ApiProperty({ enum: PERSON_STATES, isArray: true, description: 'PT-11: those that hold.', example: [] })
  states!: PersonState[];
  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Former records that answer with this one.',
    example: [],
  })
  mergedFrom!: string[];
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) updatedAt!: string;
}

export class PatientPage {
  @ApiProperty({ type: [Patient] }) items!: Patient[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

/** Every criterion given must hold. */
export class PatientQuery extends ListQuery {
  @ApiPropertyOptional({
    description: 'Name: any part of it in Chinese (东珅), full pinyin (yedongshen) or initials (yds).',
    example: '东珅',
  })
  @IsOptional()
  @PlainText(1, 100)
  q?: string;

  @ApiPropertyOptional({ description: 'A phone number, however it is written.', example: '138 0013 8000' })
  @IsOptional()
  @PlainText(1, 60)
  phone?: string;

  @ApiPropertyOptional({
    description: 'A medical-record number, of any issuer unless `issuer` is given.',
    example: '10023456',
  })
  @IsOptional()
  @PlainText(1, 120)
  mrn?: string;

  @ApiPropertyOptional({ description: 'Narrows `mrn` to the numbers of one system.', example: 'DEMO-HIS' })
  @IsOptional()
  @PlainText(1, 120)
  issuer?: string;

  @ApiPropertyOptional({ description: 'National ID or number of another document.', example: '11010519491231002X' })
  @IsOptional()
  @PlainText(1, 60)
  nationalId?: string;
}
