import { IsBoolean, IsISO8601, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<ReviewAnsweredV1>({
  subject: 'complaints.review.answered.v1',
  emittedWhen: 'Who wrote a review was answered in private (CP-6); once a review.',
  key: 'reviewId',
  example: {
    reviewId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f21',
    platform: 'dianping',
    inTime: true,
    at: '2026-03-05T15:20:00+08:00',
  },
})
export class ReviewAnsweredV1 {
  @IsUUID() reviewId!: string;
  @IsString() @Length(1, 60) platform!: string;
  /** Within 30 minutes of its detection. */
  @IsBoolean() inTime!: boolean;
  @IsISO8601() at!: string;
}
