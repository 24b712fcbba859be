import { COMMUNITY_ACTIVITIES, type CommunityActivityKind } from '#contracts';
import { IsMoment } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { PlainText } from '../people/plain-text.js';

const MOST = 1_000;

/** Something heard of a member: who it was is said by one of `patientId` and `externalUserId`. */
export class NewActivity {
  @ApiPropertyOptional({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01' })
  @IsOptional()
  @IsUUID()
  patientId?: string;

  @ApiPropertyOptional({ description: 'Of the person in the group.', example: 'wmOgQhDgAAh8-NqVDCeWbZQ9oVvXIe8A' })
  @IsOptional()
  @PlainText(1, 200)
  externalUserId?: string;

  @ApiProperty({ enum: COMMUNITY_ACTIVITIES, example: 'message' })
  @IsIn(COMMUNITY_ACTIVITIES)
  kind!: CommunityActivityKind;

  @ApiProperty({ format: 'date-time', example: '2026-11-14T17:00:00+08:00' }) @IsMoment() at!: string;

  @ApiPropertyOptional({
    description: 'Of the message there: the same one twice counts once in a community.',
    example: '7641231231_1731580800',
  })
  @IsOptional()
  @PlainText(1, 200)
  externalId?: string;
}

export class NewActivities {
  @ApiProperty({ type: [NewActivity], description: 'At most 1,000, in any order.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => NewActivity)
  items!: NewActivity[];
}

export const REFUSALS = ['not-a-member', 'in-the-future', 'one-of-member'] as const;
export type Refusal = (typeof REFUSALS)[number];

export class RefusedActivity {
  @ApiProperty({ description: 'Place in `items`, from 0.', example: 3 }) index!: number;
  @ApiProperty({
    enum: REFUSALS,
    description:
      'not-a-member: nobody who was in the community then. in-the-future: later than now. one-of-member: none or both of patientId and externalUserId.',
    example: 'not-a-member',
  })
  code!: Refusal;
}

export class ActivitiesResult {
  @ApiProperty({ description: 'New ones.', example: 996 }) recorded!: number;
  @ApiProperty({ description: 'Known by their externalId already.', example: 3 }) repeated!: number;
  @ApiProperty({ type: [RefusedActivity], description: 'What was not recorded; the rest was.' })
  refused!: RefusedActivity[];
}

export class ActivityResult {
  @ApiProperty({ format: 'uuid', description: 'Of the membership it counts for.' }) membershipId!: string;
  @ApiProperty({ description: 'It was known by its externalId already.', example: false }) isRepeat!: boolean;
}
