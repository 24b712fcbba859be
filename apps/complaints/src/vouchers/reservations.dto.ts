import { VOUCHER_KINDS, type VoucherKind } from '#contracts';
import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { PlainText } from '../plain-text.js';
import { TypedCode } from './vouchers.dto.js';

/** A day: a promise is kept or given back soon. */
const MOST_MINUTES = 1_440;

export class NewReservation extends TypedCode {
  @ApiProperty({
    format: 'uuid',
    description: 'Named by whoever promises, for instance the booking; asked again with it, it is the same promise.',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11',
  })
  @IsUUID()
  reservationId!: string;

  @ApiProperty({ description: 'How long it is held without a confirmation.', example: 15 })
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  minutes!: number;

  @ApiPropertyOptional({
    enum: VOUCHER_KINDS,
    description: 'Only when it is of this kind.',
    example: 'priority-appointment',
  })
  @Stated()
  @IsIn(VOUCHER_KINDS)
  kind?: VoucherKind;

  @ApiPropertyOptional({ type: String, description: 'What is promised, in few words.', example: '心血管内科门诊预约' })
  @Stated()
  @PlainText(1, 120)
  reservedFor?: string;
}
