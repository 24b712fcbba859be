import { ArrayMaxSize, IsArray, IsISO8601, IsString, IsUUID, Matches } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<AwardPublishedV1>({
  subject: 'complaints.award.published.v1',
  emittedWhen: 'The general manager approved who is “satisfied department” and “satisfied person” of a period (CP-8).',
  key: 'period',
  example: {
    period: '2026-Q1',
    departmentIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06'],
    memberIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01'],
    approvedAt: '2026-04-02T10:00:00+08:00',
  },
})
export class AwardPublishedV1 {
  /** A quarter, `2026-Q1`, or a year, `2026`. */
  @IsString() @Matches(/^\d{4}(-Q[1-4])?$/) period!: string;
  @IsArray() @ArrayMaxSize(1_000) @IsUUID(undefined, { each: true }) departmentIds!: string[];
  @IsArray() @ArrayMaxSize(1_000) @IsUUID(undefined, { each: true }) memberIds!: string[];
  @IsISO8601() approvedAt!: string;
}
