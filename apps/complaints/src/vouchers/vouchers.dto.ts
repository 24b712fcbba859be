import {
  VOUCHER_KINDS,
  VOUCHER_SOURCES,
  VOUCHER_STATUSES,
  type VoucherKind,
  type VoucherSource,
  type VoucherStatus,
} from '#contracts';
import { IsMoment, ListQuery, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { MOST_FEN, PlainText } from '../plain-text.js';

const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const TICKET = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60';
const ACCOUNT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01';
const AN_INSTANT = { type: String, format: 'date-time', nullable: true } as const;

export class NewVoucher {
  @ApiProperty({ description: 'Of an active type.', example: 'free-parking' })
  @PlainText(1, 60)
  typeCode!: string;

  @ApiProperty({ enum: VOUCHER_SOURCES, description: 'What it is given for.', example: 'ticket' })
  @IsIn(VOUCHER_SOURCES)
  source!: VoucherSource;

  @ApiPropertyOptional({ type: String, description: 'Which of them; of a ticket its id.', example: TICKET })
  @Stated()
  @PlainText(1, 80)
  sourceId?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Whose it is; nobody’s when left out.',
    example: PATIENT,
  })
  @Stated()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({ description: 'In fen; as the type says when left out.', example: 2000 })
  @Stated()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  valueFen?: number;
}

export class VoucherReason {
  @ApiProperty({ description: 'Why, for whoever asks later.', example: '重复发放' })
  @PlainText(1, 500)
  reason!: string;
}

export class TypedCode {
  @ApiProperty({
    description: 'As it was typed: spaces, hyphens and small letters do not matter.',
    example: 'K7QP-2MXA-9TGD',
  })
  @PlainText(1, 40)
  code!: string;
}

export class VouchersQuery extends ListQuery {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Only of this patient, and of those merged with it.',
    example: PATIENT,
  })
  @IsOptional()
  @IsUUID()
  patientId?: string;
}

export class VoucherSummary {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f01' }) id!: string;
  @ApiProperty({ description: 'How the code ends, to tell it by.', example: '9TGD' }) codeEnd!: string;
  @ApiProperty({ example: 'free-parking' }) typeCode!: string;
  @ApiProperty({ enum: VOUCHER_KINDS, example: 'free-parking' }) kind!: VoucherKind;
  @ApiProperty({ description: 'In fen.', example: 2000 }) valueFen!: number;
  @ApiProperty({ enum: VOUCHER_SOURCES, example: 'ticket' }) source!: VoucherSource;
  @ApiProperty({ type: String, nullable: true, example: TICKET }) sourceId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: PATIENT }) patientId!: string | null;
  @ApiProperty({ enum: VOUCHER_STATUSES, description: 'As it is now.', example: 'issued' }) status!: VoucherStatus;
  @ApiProperty({
    ...AN_INSTANT,
    description: 'The first moment at which it is good for nothing; null: not approved.',
    example: '2026-12-22T16:00:00.000Z',
  })
  validUntil!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:15:00.000Z' }) issuedAt!: string;
  @ApiProperty({ ...AN_INSTANT, example: null }) redeemedAt!: string | null;
}

export class VoucherView extends VoucherSummary {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'For the patient; null until it is approved.',
    example: 'K7QP-2MXA-9TGD',
  })
  code!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account; null: given by itself.', example: ACCOUNT })
  issuedBy!: string | null;
  @ApiProperty({ ...AN_INSTANT, description: 'When it was approved or declined.', example: null }) decidedAt!:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who approved or declined.', example: null })
  decidedBy!: string | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The promise it is or was held for.',
    example: null,
  })
  reservationId!: string | null;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, description: 'Who holds it, for what.', example: null })
  reservedFor!: string | null;
  @ApiProperty({ ...AN_INSTANT, description: 'Not confirmed until then it is free again.', example: null })
  reservedUntil!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Account of who redeemed it, or the service whose promise was kept.',
    example: null,
  })
  redeemedBy!: string | null;
  @ApiProperty({ ...AN_INSTANT, description: 'When it ended unused.', example: null }) endedAt!: string | null;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, description: 'Why it was declined or made void.', example: null })
  endReason!: string | null;
}

export class VoucherPage {
  @ApiProperty({ type: [VoucherSummary] }) items!: VoucherSummary[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class VoucherReportQuery {
  @ApiProperty({ format: 'date-time', description: 'Issued from then on.', example: '2026-10-01T00:00:00+08:00' })
  @IsMoment()
  from!: string;

  @ApiProperty({ format: 'date-time', description: 'And before then.', example: '2026-11-01T00:00:00+08:00' })
  @IsMoment()
  until!: string;
}

export class VoucherFigures {
  @ApiProperty({ description: 'All that were asked for.', example: 130 }) issued!: number;
  @ApiProperty({ description: 'Of them: waiting for approval, or declined.', example: 4 }) notApproved!: number;
  @ApiProperty({ description: 'Of them: made void.', example: 6 }) void!: number;
  @ApiProperty({ description: 'Of them: good or held for a promise.', example: 20 }) open!: number;
  @ApiProperty({ description: 'Of them: not used in time.', example: 40 }) expired!: number;
  @ApiProperty({ description: 'Of them: used.', example: 60 }) redeemed!: number;
  @ApiProperty({ description: 'What the used ones were worth, in fen.', example: 120000 }) redeemedFen!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'redeemed ÷ (open + expired + redeemed), 0 to 1; null when there were none.',
    example: 0.5,
  })
  redemptionRate!: number | null;
}

export class VoucherFiguresOfSource extends VoucherFigures {
  @ApiProperty({ enum: VOUCHER_SOURCES, example: 'ticket' }) source!: VoucherSource;
}

export class VoucherReport {
  @ApiProperty({ format: 'date-time', example: '2026-09-30T16:00:00.000Z' }) from!: string;
  @ApiProperty({ format: 'date-time', example: '2026-10-31T16:00:00.000Z' }) until!: string;
  @ApiProperty({ type: VoucherFigures }) whole!: VoucherFigures;
  @ApiProperty({ type: [VoucherFiguresOfSource], description: 'Every source, also without vouchers.' })
  bySource!: VoucherFiguresOfSource[];
}
