import { IsMoment, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { MEASURE_STATES, MEASURE_STEPS, type MeasureState, type MeasureStep } from './measure.rules.js';

const MOMENT = { type: String, format: 'date-time', nullable: true, example: null } as const;
const NAME = { type: String, nullable: true, example: '王主任' } as const;

export class NewMeasure {
  @ApiProperty({ example: '高峰时段增开一个挂号窗口。', maxLength: 2000 })
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/, { message: 'blank' })
  what!: string;

  @ApiPropertyOptional({ example: 'XXGNK', description: 'The department responsible; or `memberId`, or both.' })
  @Stated()
  @IsString()
  @Length(1, 60)
  departmentCode?: string;

  @ApiPropertyOptional({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' })
  @Stated()
  @IsUUID()
  memberId?: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-04-01T18:00:00+08:00',
    description: 'Until when it is owed: in the future, within a year.',
  })
  @IsMoment()
  dueAt!: string;
}

export class NewMeasureStep {
  @ApiProperty({
    enum: MEASURE_STEPS,
    example: 'done',
    description:
      'done: it waits for somebody else to look. verified: it is over. refused: it is to be done again until `dueAt`. withdrawn: nobody owes it any more.',
  })
  @IsIn(MEASURE_STEPS)
  step!: MeasureStep;

  @ApiPropertyOptional({ example: '窗口已于今日开放。', maxLength: 2000 })
  @Stated()
  @IsString()
  @Length(1, 2000)
  note?: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-04-15T18:00:00+08:00', description: 'With refused.' })
  @Stated()
  @IsMoment()
  dueAt?: string;
}

export class Measure {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd101' }) id!: string;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60' }) ticketId!: string;
  @Personal('free-text') @ApiProperty({ example: '高峰时段增开一个挂号窗口。' }) what!: string;
  @ApiProperty({ type: String, nullable: true, example: 'XXGNK' }) departmentCode!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) memberId!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-04-01T10:00:00.000Z' }) dueAt!: string;
  @ApiProperty({ enum: MEASURE_STATES, example: 'planned' }) state!: MeasureState;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) plannedAt!: string;
  @ApiProperty(NAME) plannedByName!: string | null;
  @ApiProperty(MOMENT) doneAt!: string | null;
  @ApiProperty(NAME) doneByName!: string | null;
  @ApiProperty({ ...MOMENT, description: 'When it was verified, refused or withdrawn last.' }) judgedAt!: string | null;
  @ApiProperty(NAME) judgedByName!: string | null;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Said last.' })
  note!: string | null;
  @ApiProperty({ ...MOMENT, description: 'When those responsible were told that it is late.' })
  overdueAt!: string | null;
  @ApiProperty({ example: 1, description: 'For If-Match.' }) version!: number;
}

export class MeasurePage {
  @ApiProperty({ type: [Measure] }) items!: Measure[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}
