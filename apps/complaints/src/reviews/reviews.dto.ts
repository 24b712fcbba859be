import { IsMoment, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsNumber, IsUrl, IsUUID, Length, Max, Min } from 'class-validator';
import { PlainText, Prose } from '../plain-text.js';

const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const TICKET = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60';
const REVIEW = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f21';
const AN_INSTANT = { type: String, format: 'date-time', nullable: true } as const;
const URL_OF_REVIEW = 'https://www.dianping.com/review/1234567890';

/**
 * So an address is known again however it was copied, and its length in characters is what its index has to hold. What no
 * browser can send is none, and refused.
 */
function asSent(url: unknown): unknown {
  if (typeof url !== 'string') return url;
  return URL.canParse(url) ? new URL(url).href : '';
}

export class NewReview {
  @ApiProperty({ description: 'Code of a platform.', example: 'dianping' })
  @PlainText(1, 60)
  platform!: string;

  @ApiProperty({
    description:
      'Of the review; one is recorded once. Kept as browsers send it, with %E8… for letters that are not ASCII, in 2,000 characters.',
    maxLength: 2_000,
    example: URL_OF_REVIEW,
  })
  @Transform(({ value }: { value: unknown }) => asSent(value))
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, validate_length: false })
  @Length(1, 2_000)
  url!: string;

  @ApiPropertyOptional({
    type: Number,
    description: 'Of five, in halves or tenths; left out where there are none.',
    example: 1,
  })
  @Stated()
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(5)
  stars?: number;

  @ApiPropertyOptional({
    description: 'Two stars or fewer are bad by themselves; what is said here counts.',
    example: true,
  })
  @Stated()
  @IsBoolean()
  bad?: boolean;

  @ApiPropertyOptional({ description: 'As the platform shows it.', example: '小鱼儿' })
  @Stated()
  @PlainText(1, 120)
  author?: string;
  @ApiProperty({ example: '挂号排了两个小时的队，没有人解释。' }) @Prose(1, 5_000) text!: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When it was found; now unless told, and never later.',
    example: '2026-11-22T10:15:00+08:00',
  })
  @Stated()
  @IsMoment()
  detectedAt?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who wrote it, when that is known.', example: PATIENT })
  @Stated()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({
    description:
      'A complaint: becomes a ticket, claimed within 30 minutes, first reply within 12 hours, soothing call within 24.',
    default: false,
    example: true,
  })
  @Stated()
  @IsBoolean()
  complaint?: boolean;

  @ApiPropertyOptional({ description: 'Of a complaint, when it is known: about treatment.', example: false })
  @Stated()
  @IsBoolean()
  medical?: boolean;
}

export class PrivateAnswer {
  @ApiProperty({
    description: 'Apology, check, invitation to a recheck: as it was sent.',
    example: '非常抱歉，我们已核查当日排班，诚邀您免费复查。',
  })
  @Prose(1, 5_000)
  text!: string;
}

export class ReviewView {
  @ApiProperty({ format: 'uuid', example: REVIEW }) id!: string;
  @ApiProperty({ example: 'dianping' }) platform!: string;
  @ApiProperty({ example: URL_OF_REVIEW }) url!: string;
  @ApiProperty({ type: Number, nullable: true, example: 1 }) stars!: number | null;
  @ApiProperty({ description: 'Has to be answered in private within 30 minutes.', example: true }) bad!: boolean;
  @Personal('name') @ApiProperty({ type: String, nullable: true, example: '小鱼儿' }) author!: string | null;
  @Personal('free-text') @ApiProperty({ example: '挂号排了两个小时的队，没有人解释。' }) text!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) patientId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of a complaint.', example: TICKET })
  ticketId!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:15:00.000Z' }) detectedAt!: string;
  @ApiProperty({ ...AN_INSTANT, example: null }) answeredAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who answered.', example: null }) answeredBy!:
    string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) answer!: string | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Of a bad one: within 30 minutes; null while it may still be, and of others.',
    example: null,
  })
  inTime!: boolean | null;
}

export class ReviewPage {
  @ApiProperty({ type: [ReviewView] }) items!: ReviewView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
