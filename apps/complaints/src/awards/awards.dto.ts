import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsString, IsUUID, Length, Matches } from 'class-validator';
import { AWARD_STATES, type AwardState } from './award.entity.js';

const DEPARTMENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06';
const MEMBER = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01';
const MOMENT = { type: String, format: 'date-time', nullable: true, example: null } as const;

const UNSAID = 'Null of a dispute, or what was told in confidence, for whoever may not see it (CP-3).';

export class AwardGround {
  @ApiProperty({
    ...{ type: String, format: 'uuid', nullable: true, description: UNSAID },
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60',
  })
  ticketId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: UNSAID, example: '2026-000123' }) number!: string | null;
  @ApiProperty({ format: 'date', example: '2026-03-05', description: 'The day of its receipt.' }) receivedOn!: string;
}

export class AwardCandidate {
  @ApiProperty({ format: 'uuid', example: MEMBER }) id!: string;
  @ApiProperty({ example: '陈建国' }) name!: string;
  @ApiProperty({
    type: [AwardGround],
    description: 'Valid complaints of the period. Of a quarter they take the award; of a year they are a flag (CP-8).',
  })
  disqualifiedBy!: AwardGround[];
}

export class UnmatchedComplaint extends AwardGround {
  @ApiProperty({ enum: ['department', 'person'], example: 'department' }) against!: 'department' | 'person';
  @ApiProperty({ example: 'ALT', description: 'A code or id that is no candidate any more.' }) subject!: string;
}

export class Eligibility {
  @ApiProperty({ example: '2026-Q1' }) period!: string;
  @ApiProperty({ format: 'date', example: '2026-01-01' }) from!: string;
  @ApiProperty({ format: 'date', example: '2026-03-31' }) until!: string;
  @ApiProperty({ example: true, description: 'False: more may come.' }) ended!: boolean;
  @ApiProperty({ type: [AwardCandidate] }) departments!: AwardCandidate[];
  @ApiProperty({ type: [AwardCandidate] }) persons!: AwardCandidate[];
  @ApiProperty({ type: [UnmatchedComplaint], description: 'Valid complaints that count for none of them.' })
  unmatched!: UnmatchedComplaint[];
}

export class BonusVeto {
  @ApiProperty({ format: 'uuid', example: MEMBER }) memberId!: string;
  @ApiProperty({ type: String, nullable: true, example: '陈建国' }) name!: string | null;
  @ApiProperty({ type: [AwardGround] }) because!: AwardGround[];
}

export class BonusVetoes {
  @ApiProperty({ example: '2026-03' }) month!: string;
  @ApiProperty({ type: [BonusVeto], description: 'Their experience bonus of the month is nothing.' })
  items!: BonusVeto[];
}

export class NewAwardProposal {
  @ApiProperty({
    type: [String],
    example: [DEPARTMENT],
    maxItems: 1000,
    description: 'Departments; of a quarter all eligible.',
  })
  @IsArray()
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  departmentIds!: string[];

  @ApiProperty({
    type: [String],
    example: [MEMBER],
    maxItems: 1000,
    description: 'Members of staff; of a quarter all eligible.',
  })
  @IsArray()
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: string[];

  @ApiPropertyOptional({ example: '按满意度调查得分与表扬情况综合评选。', maxLength: 2000 })
  @Stated()
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/, { message: 'blank' })
  note?: string;
}

export class Award {
  @ApiProperty({ example: '2026-Q1' }) period!: string;
  @ApiProperty({ enum: AWARD_STATES, example: 'proposed' }) state!: AwardState;
  @ApiProperty({
    type: [AwardCandidate],
    description: 'Satisfied departments; one whose complaint was confirmed since says so.',
  })
  departments!: AwardCandidate[];
  @ApiProperty({ type: [AwardCandidate], description: 'Satisfied persons, alike.' }) persons!: AwardCandidate[];
  @ApiProperty({ type: String, nullable: true, example: null }) note!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-04-01T02:00:00.000Z' }) proposedAt!: string;
  @ApiProperty({ type: String, nullable: true, example: '李主任' }) proposedByName!: string | null;
  @ApiProperty(MOMENT) approvedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) approvedByName!: string | null;
  @ApiProperty({ example: 1, description: 'For If-Match.' }) version!: number;
}
