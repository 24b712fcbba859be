import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PatientQuery } from '../people/patient.dto.js';
import { PlainText } from '../people/plain-text.js';
import { EXPORT_FORMATS, EXPORT_STATES, type ExportFormat, type ExportState } from './export-vocabulary.js';

/** Which patients: those the list finds. All without any criterion. */
export class ExportCriteria extends OmitType(PatientQuery, ['limit', 'cursor', 'sort', 'filter']) {
  @ApiPropertyOptional({
    description: 'A condition as in the list of patients; personal fields need personal.unmasked.',
    example: `deceased eq false and sex eq 'female'`,
  })
  @IsOptional()
  @PlainText(1, 2_000)
  filter?: string;
}

export class NewExport extends ExportCriteria {
  @ApiProperty({ enum: EXPORT_FORMATS, example: 'csv', description: 'xlsx has room for 1,048,575 patients.' })
  @IsIn(EXPORT_FORMATS)
  format!: ExportFormat;
}

export class PatientExport {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a' }) id!: string;
  @ApiProperty({ enum: EXPORT_STATES, example: 'done' }) state!: ExportState;
  @ApiProperty({ enum: EXPORT_FORMATS, example: 'csv' }) format!: ExportFormat;
  @ApiProperty({
    example: false,
    description: 'Whether personal data is in it in full: when who asked for it has the right personal.unmasked.',
  })
  unmasked!: boolean;
  @ApiProperty({ minimum: 0, example: 1200, description: 'Patients written so far.' }) lines!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'export-too-many-lines: xlsx has no room for so many; export-broken.',
    example: null,
  })
  failure!: string | null;
  @ApiProperty({ example: true, description: 'False when it is not made yet, or was removed after a week.' })
  hasFile!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Account id of who asked for it.' })
  requestedBy!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
}

export class PatientExportPage {
  @ApiProperty({ type: [PatientExport] }) items!: PatientExport[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class ExportLink {
  @ApiProperty({
    example:
      '/files/patients/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08?expires=1772417400&disposition=attachment&signature=…',
    description: 'Path and query at the gateway; needs no token, works for whoever has it.',
  })
  url!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:20:00.000Z' }) expiresAt!: string;
}
