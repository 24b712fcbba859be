import { IsBoolean, IsISO8601, IsNumber, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<ReviewRecordedV1>({
  subject: 'complaints.review.recorded.v1',
  emittedWhen: 'A review of the hospital was found on a platform (CP-6); once a review.',
  key: 'reviewId',
  example: {
    reviewId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f21',
    platform: 'dianping',
    stars: 1,
    bad: true,
    ticketId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60',
    detectedAt: '2026-03-05T15:00:00+08:00',
  },
})
export class ReviewRecordedV1 {
  @IsUUID() reviewId!: string;
  /** Of the hospital's own list. */
  @IsString() @Length(1, 60) platform!: string;
  /** Of five; absent where the platform has none. */
  @IsOptional() @IsNumber() @Min(0) @Max(5) stars?: number;
  /** Has to be answered in private within 30 minutes. */
  @IsBoolean() bad!: boolean;
  /** The ticket of a complaint made there. */
  @IsOptional() @IsUUID() ticketId?: string;
  @IsISO8601() detectedAt!: string;
}
