import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsUUID, Matches } from 'class-validator';
import { PlainText } from '../people/plain-text.js';

const NOT_BLANK = /\S/;
const BLANK = { message: 'blank' };

export class NewGift {
  @ApiProperty({ format: 'uuid', description: 'Who may use it.', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01' })
  @IsUUID()
  beneficiaryId!: string;

  @ApiPropertyOptional({ description: 'The package as appointments knows it.', example: 'EXAM-SENIOR-A' })
  @IsOptional()
  @PlainText(1, 60)
  @Matches(NOT_BLANK, BLANK)
  packageCode?: string;

  @ApiProperty({ example: '老年体检套餐A' })
  @PlainText(1, 200)
  @Matches(NOT_BLANK, BLANK)
  packageName!: string;

  @ApiProperty({ description: 'Yuan, with two decimals.', example: '1280.00' })
  @Matches(/^(?:0|[1-9]\d{0,7})\.\d{2}$/, { message: 'yuan' })
  price!: string;

  @ApiPropertyOptional({
    description: 'The beneficiary does not see the price. True unless said otherwise.',
    example: true,
  })
  @IsOptional()
  @IsBoolean()
  priceHidden?: boolean;

  @ApiPropertyOptional({ example: '母亲七十大寿' }) @IsOptional() @PlainText(1, 500) note?: string;
}

export class GiftCancellation {
  @ApiProperty({ description: 'Why it is taken back.', example: '已自行体检' })
  @PlainText(1, 500)
  @Matches(NOT_BLANK, BLANK)
  reason!: string;
}

/** A package bought for somebody else. */
export class GiftView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was bought under.' }) buyerId!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was bought for.' }) beneficiaryId!: string;
  @ApiProperty({ enum: ['given', 'received'], description: 'Seen from the patient that was asked for.' })
  side!: 'given' | 'received';
  @ApiProperty({ type: String, nullable: true, example: 'EXAM-SENIOR-A' }) packageCode!: string | null;
  @ApiProperty({ example: '老年体检套餐A' }) packageName!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Yuan. Null to the beneficiary who is not to see it.',
    example: '1280.00',
  })
  price!: string | null;
  @ApiProperty({ description: 'The beneficiary does not see the price.', example: true }) priceHidden!: boolean;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: '母亲七十大寿' }) note!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) recordedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who recorded it.', example: null })
  recordedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) cancelledAt!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) cancelReason!: string | null;
}

export class GiftPage {
  @ApiProperty({ type: [GiftView] }) items!: GiftView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
