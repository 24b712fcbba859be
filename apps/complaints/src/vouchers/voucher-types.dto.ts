import { VOUCHER_KINDS, VOUCHER_OCCASIONS, type VoucherKind, type VoucherOccasion } from '#contracts';
import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { MOST_FEN, PlainText } from '../plain-text.js';

/** Ten years. */
const MOST_DAYS = 3_660;
const APPROVAL = 'In fen: a voucher worth more waits for the approval of somebody else.';
const OCCASIONS =
  'What it is given for by itself, once each: win-back offers (PT-5), silent members of communities (PT-10).';

/** What may be changed of a type; left out, it stays as it is. Vouchers that are out stay as they were issued. */
export class VoucherTypeChange {
  @ApiPropertyOptional({ example: '免费停车券' }) @Stated() @PlainText(1, 60) nameZh?: string;
  @ApiPropertyOptional({ example: 'Free parking' }) @Stated() @PlainText(1, 120) nameEn?: string;

  @ApiPropertyOptional({ description: 'In fen.', example: 2000 })
  @Stated()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  valueFen?: number;

  @ApiPropertyOptional({ description: 'Good until midnight after so many days more.', example: 30 })
  @Stated()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  validityDays?: number;

  @ApiPropertyOptional({ description: APPROVAL, example: 5000 })
  @Stated()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  approvalAboveFen?: number;

  @ApiPropertyOptional({ enum: VOUCHER_OCCASIONS, isArray: true, description: OCCASIONS, example: [] })
  @Stated()
  @IsArray()
  @ArrayUnique()
  @IsIn(VOUCHER_OCCASIONS, { each: true })
  occasions?: VoucherOccasion[];

  @ApiPropertyOptional({ description: 'Whether it is given out any more.', example: true })
  @Stated()
  @IsBoolean()
  active?: boolean;
}

export class NewVoucherType {
  @ApiProperty({ description: 'Lower-case words joined by hyphens; it stays.', example: 'parking-day' })
  @Matches(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { message: 'code-form' })
  @PlainText(1, 60)
  code!: string;

  @ApiProperty({ enum: VOUCHER_KINDS, example: 'free-parking' }) @IsIn(VOUCHER_KINDS) kind!: VoucherKind;
  @ApiProperty({ example: '全天停车券' }) @PlainText(1, 60) nameZh!: string;
  @ApiProperty({ example: 'Parking for a day' }) @PlainText(1, 120) nameEn!: string;
  @ApiProperty({ description: 'In fen.', example: 3000 }) @IsInt() @Min(0) @Max(MOST_FEN) valueFen!: number;

  @ApiProperty({ description: 'Good until midnight after so many days more.', example: 30 })
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  validityDays!: number;

  @ApiProperty({ description: APPROVAL, example: 5000 }) @IsInt() @Min(0) @Max(MOST_FEN) approvalAboveFen!: number;

  @ApiPropertyOptional({ enum: VOUCHER_OCCASIONS, isArray: true, description: OCCASIONS, example: [] })
  @Stated()
  @IsArray()
  @ArrayUnique()
  @IsIn(VOUCHER_OCCASIONS, { each: true })
  occasions?: VoucherOccasion[];
}

export class VoucherTypeView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9fa1' }) id!: string;
  @ApiProperty({ description: 'The ETag without its quotes.', example: 1 }) version!: number;
  @ApiProperty({ example: 'free-parking' }) code!: string;
  @ApiProperty({ enum: VOUCHER_KINDS, example: 'free-parking' }) kind!: VoucherKind;
  @ApiProperty({ example: '免费停车券' }) nameZh!: string;
  @ApiProperty({ example: 'Free parking' }) nameEn!: string;
  @ApiProperty({ description: 'In fen.', example: 2000 }) valueFen!: number;
  @ApiProperty({ description: 'Good until midnight after so many days more.', example: 30 }) validityDays!: number;
  @ApiProperty({ description: APPROVAL, example: 5000 }) approvalAboveFen!: number;
  @ApiProperty({ enum: VOUCHER_OCCASIONS, isArray: true, description: OCCASIONS, example: [] })
  occasions!: VoucherOccasion[];
  @ApiProperty({ example: true }) active!: boolean;
}

export class VoucherTypePage {
  @ApiProperty({ type: [VoucherTypeView] }) items!: VoucherTypeView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
