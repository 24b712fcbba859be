import { IsMoment, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PlainText } from '../people/plain-text.js';
import { ENCODINGS, type Encoding } from './text-encoding.js';
import { IMPORT_STATES, type ImportState } from './imports.store.js';

/** For the documentation of the multipart form; Uploads reads it as a stream. */
export class ImportForm {
  @ApiProperty({ type: 'string', format: 'binary', description: 'CSV or XLSX, at most 512 MiB and 1,000,000 lines.' })
  file!: unknown;
}

export class ImportTerms {
  @ApiPropertyOptional({
    enum: ENCODINGS,
    description: 'What a CSV is written in. Left out it is found out: UTF-8 with or without a mark, else GB 18030.',
    example: 'gb18030',
  })
  @IsOptional()
  @IsIn(ENCODINGS)
  encoding?: Encoding;

  @ApiPropertyOptional({
    description: 'The system that issued record numbers of lines that name none.',
    example: 'DEMO-HIS',
  })
  @IsOptional()
  @PlainText(1, 120)
  issuer?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description:
      'When the file was true, for instance when the other system wrote it: what the records were told later stays. ' +
      'Left out it is the moment in which this content first arrived.',
    example: '2026-03-01T20:00:00+08:00',
  })
  @IsOptional()
  @IsMoment()
  asOf?: string;
}

export class TemplateQuery {
  @ApiPropertyOptional({ enum: ['csv', 'xlsx'], default: 'csv', example: 'xlsx' })
  @IsOptional()
  @IsIn(['csv', 'xlsx'])
  format: 'csv' | 'xlsx' = 'csv';
}

export class ImportFailureView {
  @ApiProperty({
    example: 'header-unknown',
    description:
      'header-unknown, header-double, header-missing, header-masked, import-no-lines, import-too-many-lines, import-broken, workbook-unreadable, workbook-too-large.',
  })
  code!: string;
  @ApiProperty({ description: 'In the language of the caller.', example: 'No column has the title “体重”.' })
  reason!: string;
}

const COUNT = { minimum: 0 };

export class PatientImport {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c09' }) id!: string;
  @ApiProperty({
    enum: IMPORT_STATES,
    example: 'running',
    description:
      'received: waits for a worker; checking: its header and length; running; done; failed: see `failure`, what was ' +
      'taken stays; cancelled: what was taken stays.',
  })
  state!: ImportState;
  @Personal('free-text') @ApiProperty({ example: '患者名单.csv' }) fileName!: string;
  @ApiProperty({ example: 48_213, description: 'In bytes.' }) fileSize!: number;
  @ApiProperty({ example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }) sha256!: string;
  @ApiProperty({
    type: String,
    enum: ENCODINGS,
    nullable: true,
    description: 'Null until it is known.',
    example: 'utf-8',
  })
  encoding!: Encoding | null;
  @ApiProperty({ type: String, nullable: true, example: 'DEMO-HIS' }) issuer!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-01T12:00:00.000Z' }) asOf!: string;
  @ApiProperty({ type: Number, nullable: true, example: 1200, description: 'Lines there are; null until counted.' })
  total!: number | null;
  @ApiProperty({ ...COUNT, example: 600, description: 'Lines worked so far; the sum of the four below.' })
  read!: number;
  @ApiProperty({ ...COUNT, example: 500, description: 'Lines that made a record.' }) created!: number;
  @ApiProperty({ ...COUNT, example: 60, description: 'Lines that changed a record.' }) updated!: number;
  @ApiProperty({ ...COUNT, example: 30, description: 'Lines that said nothing new.' }) unchanged!: number;
  @ApiProperty({ ...COUNT, example: 10, description: 'Lines not taken; the report says why.' }) rejected!: number;
  @ApiProperty({ ...COUNT, example: 2400, description: 'Lines a second since it began.' }) linesPerSecond!: number;
  @ApiProperty({ type: ImportFailureView, nullable: true }) failure!: ImportFailureView | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account id of who sent it.' }) requestedBy!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
}

export class PatientImportPage {
  @ApiProperty({ type: [PatientImport] }) items!: PatientImport[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
