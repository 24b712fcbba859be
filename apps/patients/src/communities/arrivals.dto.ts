import { IsMoment, ListQuery } from '#platform';
import { ApiProperty } from '@nestjs/swagger';

const RATE = { type: Number, nullable: true } as const;

export class ArrivalSpan {
  @ApiProperty({ format: 'date-time', description: 'The first moment of it.', example: '2026-10-01T00:00:00+08:00' })
  @IsMoment()
  from!: string;

  @ApiProperty({ format: 'date-time', description: 'The first moment after it.', example: '2026-11-01T00:00:00+08:00' })
  @IsMoment()
  until!: string;
}

export class ArrivalPeriod extends ListQuery {
  @ApiProperty({ format: 'date-time', description: 'The first moment of it.', example: '2026-10-01T00:00:00+08:00' })
  @IsMoment()
  from!: string;

  @ApiProperty({ format: 'date-time', description: 'The first moment after it.', example: '2026-11-01T00:00:00+08:00' })
  @IsMoment()
  until!: string;
}

export class ArrivalFigures {
  @ApiProperty({ description: 'People who were members at any time of the period.', example: 200 }) members!: number;
  @ApiProperty({ description: 'Those who came to the hospital in it while they were members.', example: 41 })
  arrived!: number;
  @ApiProperty({ ...RATE, description: 'arrived ÷ members in percent; null without members.', example: 20.5 })
  ratePercent!: number | null;
  @ApiProperty({ description: 'COMMUNITY_ARRIVAL_GOAL_PERCENT', example: 18 }) goalPercent!: number;
  @ApiProperty({ type: Boolean, nullable: true, description: 'The goal is met; null without members.', example: true })
  isMet!: boolean | null;
}

export class CommunityArrivals extends ArrivalFigures {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01' }) communityId!: string;
  @ApiProperty({ example: '2型糖尿病病友群' }) nameZh!: string;
  @ApiProperty({ example: 'Living with type 2 diabetes' }) nameEn!: string;
}

export class AllArrivals {
  @ApiProperty({ type: ArrivalFigures, description: 'Over all communities; who is in two counts in both.' })
  total!: ArrivalFigures;
  @ApiProperty({ type: [CommunityArrivals] }) items!: CommunityArrivals[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
