import { MEDICATION_STOPS, MEDICATION_USES, type MedicationStop, type MedicationUse } from '#contracts';
import { Personal } from '#platform';
import { ApiProperty } from '@nestjs/swagger';

const OPTIONAL = { type: String, nullable: true } as const;
const MOMENT = { ...OPTIONAL, format: 'date-time' } as const;

export class MedicationView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31' }) id!: string;
  @ApiProperty({
    format: 'uuid',
    description: 'The record it was born with; after a merge it answers with the survivor.',
  })
  patientId!: string;
  @ApiProperty({ ...OPTIONAL, format: 'uuid', description: 'The visit or stay it belongs to, once that is known.' })
  encounterId!: string | null;
  @Personal('record-number')
  @ApiProperty({ description: 'Of the system that ordered it.', example: 'CF5501' })
  orderNumber!: string;
  @ApiProperty({ description: 'By the hospital’s list.', example: false }) sensitive!: boolean;
  @ApiProperty({
    description: 'It is sensitive and the right patients.sensitive.read is missing: only that there is one is told.',
    example: false,
  })
  withheld!: boolean;
  @ApiProperty({ ...OPTIONAL, example: 'XC09AA01' }) code!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '阿司匹林肠溶片 100mg' }) name!: string | null;
  @ApiProperty({
    enum: MEDICATION_USES,
    nullable: true,
    description: '`discharge`: to take home after a stay (出院带药).',
    example: 'discharge',
  })
  use!: MedicationUse | null;
  @ApiProperty({
    description: 'Not stopped, begun and not used up; of the ward’s while the stay goes on.',
    example: true,
  })
  current!: boolean;
  @ApiProperty({ ...OPTIONAL, description: 'One dose.', example: '1' }) dose!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '片' }) doseUnit!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '片剂' }) form!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '口服' }) route!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '每日一次' }) frequency!: string | null;
  @Personal('free-text') @ApiProperty({ ...OPTIONAL, example: '餐前' }) instructions!: string | null;
  @ApiProperty({ ...OPTIONAL, description: 'Ordered, or handed out last.', example: '30' }) quantity!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '片' }) quantityUnit!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 2 }) refills!: number | null;
  @ApiProperty({ ...OPTIONAL, example: 'D0107' }) doctorCode!: string | null;
  @ApiProperty({ ...OPTIONAL, example: '李明' }) doctorName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) startsAt!: string;
  @ApiProperty({
    ...MOMENT,
    description: 'When what was ordered or handed out last is used up, as far as anybody said.',
    example: '2026-04-01T02:15:00.000Z',
  })
  endsAt!: string | null;
  @ApiProperty({ ...MOMENT, description: 'When it was handed out last.', example: null }) dispensedAt!: string | null;
  @ApiProperty({ ...MOMENT, example: null }) stoppedAt!: string | null;
  @ApiProperty({ enum: MEDICATION_STOPS, nullable: true, example: null }) stopReason!: MedicationStop | null;
  @ApiProperty({ format: 'date-time', description: 'When what holds was told.', example: '2026-03-02T02:15:00.000Z' })
  reportedAt!: string;
}

export class MedicationPage {
  @ApiProperty({ type: [MedicationView] }) items!: MedicationView[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}
