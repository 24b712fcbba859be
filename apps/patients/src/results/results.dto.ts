import {
  ABNORMALITIES,
  RESULT_KINDS,
  RESULT_STATUSES,
  type Abnormality,
  type ResultKind,
  type ResultStatus,
} from '#contracts';
import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const OPTIONAL = { type: String, nullable: true } as const;

export class ResultObservation {
  @ApiPropertyOptional({ example: 'WBC' }) code?: string;
  @ApiPropertyOptional({ example: '白细胞计数' }) name?: string;
  @ApiPropertyOptional({ description: 'Tells repeated values of one code apart.', example: '1' }) subId?: string;
  @ApiProperty({ description: 'As people read it.', example: '12.4' }) value!: string;
  @ApiPropertyOptional({ description: 'The same, where it is one number.', example: 12.4 }) number?: number;
  @ApiPropertyOptional({ description: 'Of a coded value.', example: 'POS' }) valueCode?: string;
  @ApiPropertyOptional({ example: '10^9/L' }) unit?: string;
  @ApiPropertyOptional({ example: '3.5-9.5' }) referenceRange?: string;
  @ApiPropertyOptional({ description: 'As the laboratory flags it.', example: 'H' }) flags?: string;
  @ApiProperty({ enum: ABNORMALITIES, example: 'abnormal' }) abnormality!: Abnormality;
  @ApiProperty({ enum: RESULT_STATUSES, example: 'final' }) status!: ResultStatus;
}

export class ResultView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21' }) id!: string;
  @ApiProperty({
    format: 'uuid',
    description: 'The record it was born with; after a merge it answers with the survivor.',
  })
  patientId!: string;
  @ApiProperty({ ...OPTIONAL, format: 'uuid', description: 'The visit or stay it belongs to, once that is known.' })
  encounterId!: string | null;
  @ApiProperty({ enum: RESULT_KINDS, example: 'laboratory' }) kind!: ResultKind;
  @ApiProperty({ enum: RESULT_STATUSES, description: '`withdrawn`: it holds no longer.', example: 'final' })
  status!: ResultStatus;
  @Personal('record-number')
  @ApiProperty({ description: 'Of the laboratory or imaging system.', example: 'L20260302017' })
  orderNumber!: string;
  @Personal('record-number')
  @ApiProperty({ ...OPTIONAL, description: 'On the slip.', example: 'YZ88021' })
  placerNumber!: string | null;
  @ApiProperty({ description: 'HIV, pregnancy, psychiatry …: by the hospital’s list.', example: false })
  sensitive!: boolean;
  @ApiProperty({
    description: 'It is sensitive and the right patients.sensitive.read is missing: only that there is one is told.',
    example: false,
  })
  withheld!: boolean;
  @ApiProperty({ ...OPTIONAL, description: 'What was examined.', example: 'CBC' }) code!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '血常规' }) name!: string | null;
  @ApiProperty({ ...OPTIONAL, description: 'As the sender writes it.', example: 'HM' }) section!: string | null;
  @ApiProperty({ enum: ABNORMALITIES, nullable: true, description: 'The worst of it.', example: 'abnormal' })
  abnormality!: Abnormality | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T00:10:00.000Z' }) observedAt!: string;
  @ApiProperty({ format: 'date-time', description: 'When what holds was told.', example: '2026-03-02T02:15:00.000Z' })
  reportedAt!: string;
  @ApiProperty({ type: [ResultObservation] }) observations!: ResultObservation[];
  @Personal('free-text')
  @ApiProperty({ ...OPTIONAL, description: 'The conclusion of a report (诊断意见).', example: '建议3个月后复查。' })
  impression!: string | null;
  @Personal('free-text')
  @ApiProperty({ ...OPTIONAL, description: 'In lists its first 2,000 characters.', example: '双肺纹理增多。' })
  text!: string | null;
  @ApiProperty({ description: 'Whether `text` is all of it.', example: true }) textComplete!: boolean;
}

export class ResultPage {
  @ApiProperty({ type: [ResultView] }) items!: ResultView[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

/** One report of a result as it was told. */
export class ResultReportView {
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) toldAt!: string;
  @ApiProperty({ enum: RESULT_STATUSES, example: 'preliminary' }) status!: ResultStatus;
  @ApiProperty({ type: [ResultObservation] }) observations!: ResultObservation[];
  @Personal('free-text') @ApiProperty({ ...OPTIONAL, example: null }) impression!: string | null;
  @Personal('free-text') @ApiProperty({ ...OPTIONAL, example: null }) text!: string | null;
}

export class ResultDetail extends ResultView {
  @ApiProperty({ type: [ResultReportView], description: 'Every report of it, the latest first, 100 at most.' })
  reports!: ResultReportView[];
}
