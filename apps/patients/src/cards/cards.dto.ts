import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsISO8601, IsOptional, Matches, ValidateIf } from 'class-validator';
import { PlainText } from '../people/plain-text.js';

const LEVEL = { description: 'As the hospital names it.', example: '金卡' };
const BENEFITS = {
  type: String,
  isArray: true,
  description: 'What the card gives, the whole list.',
  example: ['免挂号费'],
};

/** One calendar day, written YYYY-MM-DD. */
function CalendarDay(): PropertyDecorator {
  return (target, property) => {
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'calendar-day' })(target, property);
    IsISO8601({ strict: true }, { message: 'calendar-day' })(target, property);
  };
}

function Benefits(): PropertyDecorator {
  return (target, property) => {
    IsArray()(target, property);
    ArrayMaxSize(50)(target, property);
    PlainText(1, 200, { each: true })(target, property);
  };
}

export class NewCard {
  @ApiProperty({
    description: 'Only one card has it; blanks, hyphens and the case of letters do not matter.',
    example: 'VIP-000123',
  })
  @PlainText(1, 60)
  @Matches(/[\p{L}\p{N}]/u, { message: 'blank' })
  number!: string;

  @ApiProperty(LEVEL) @PlainText(1, 60) level!: string;
  @ApiProperty({ format: 'date', example: '2026-01-01' }) @CalendarDay() validFrom!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The last day; null: without end.',
    example: '2026-12-31',
  })
  @IsOptional()
  @CalendarDay()
  validUntil?: string | null;

  @ApiProperty(BENEFITS) @Benefits() benefits!: string[];
}

/** A field left out stays as it is. The number is the card: another number is another card. */
export class CardChange {
  @ApiPropertyOptional(LEVEL)
  @ValidateIf((body: CardChange) => body.level !== undefined)
  @PlainText(1, 60)
  level?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-01-01' })
  @ValidateIf((body: CardChange) => body.validFrom !== undefined)
  @CalendarDay()
  validFrom?: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, example: '2027-12-31' })
  @IsOptional()
  @CalendarDay()
  validUntil?: string | null;

  @ApiPropertyOptional(BENEFITS)
  @ValidateIf((body: CardChange) => body.benefits !== undefined)
  @Benefits()
  benefits?: string[];
}

export class MembershipCardView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was issued to.' }) patientId!: string;
  @ApiProperty({ description: 'The ETag without its quotes.', example: 1 }) version!: number;
  @Personal('record-number') @ApiProperty({ example: 'VIP000123' }) number!: string;
  @ApiProperty(LEVEL) level!: string;
  @ApiProperty({ format: 'date', example: '2026-01-01' }) validFrom!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-12-31' }) validUntil!: string | null;
  @ApiProperty({ description: 'Today, at the hospital.', example: true }) isValid!: boolean;
  @ApiProperty(BENEFITS) benefits!: string[];
}
