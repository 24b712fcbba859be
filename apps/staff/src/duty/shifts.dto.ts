import { ROLES, type Role } from '#contracts';
import { IsMoment } from '#platform';
import { ListQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

export class ChangeShift {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' }) @IsUUID() memberId!: string;

  @ApiPropertyOptional({ default: 1, minimum: 1, maximum: 9, description: '1 is called first, then 2, …' })
  @IsInt()
  @Min(1)
  @Max(9)
  line: number = 1;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T18:00:00+08:00' })
  @IsMoment()
  startsAt!: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-03-03T08:00:00+08:00',
    description: 'The first moment that belongs to the next shift. At most 48 hours after the start.',
  })
  @IsMoment()
  endsAt!: string;
}

export class PlanShift extends ChangeShift {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06' }) @IsUUID() departmentId!: string;
  @ApiProperty({ enum: ROLES, example: 'duty-doctor' }) @IsIn(ROLES) role!: Role;
}

export class Shift {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01' }) id!: string;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06' }) departmentId!: string;
  @ApiProperty({ enum: ROLES, example: 'duty-doctor' }) role!: Role;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' }) memberId!: string;
  @ApiProperty({ example: 1, description: '1 is called first.' }) line!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T10:00:00.000Z' }) startsAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-03T00:00:00.000Z' }) endsAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', example: null, description: 'What made it, if weekly.' })
  weeklyId!: string | null;
  @ApiProperty({ example: 1, description: 'Grows with each change; also the ETag.' }) version!: number;
}

export class ShiftPage {
  @ApiProperty({ type: [Shift] }) items!: Shift[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class ShiftsQuery extends ListQuery {
  @ApiProperty({ format: 'date-time', example: '2026-03-01T00:00:00+08:00', description: 'Still on at this moment.' })
  @IsMoment()
  from!: string;

  @ApiProperty({ format: 'date-time', example: '2026-04-01T00:00:00+08:00', description: 'Begun before this moment.' })
  @IsMoment()
  to!: string;
}

export class DutyPlaceQuery {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06' }) @IsUUID() department!: string;
  @ApiProperty({ enum: ROLES, example: 'duty-doctor' }) @IsIn(ROLES) role!: Role;
}

export class OnDutyQuery extends DutyPlaceQuery {
  @ApiPropertyOptional({ format: 'date-time', example: '2026-03-03T02:10:00+08:00', description: 'Now, if left out.' })
  @IsOptional()
  @IsMoment()
  at?: string;
}

export class GapsQuery extends DutyPlaceQuery {
  @ApiProperty({ format: 'date', example: '2026-03-01', description: 'First day.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  from!: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 92, default: 31, description: 'How many days.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(92)
  days: number = 31;
}

export class Replaced {
  @ApiProperty({ format: 'uuid' }) memberId!: string;
  @ApiProperty({ example: '赵明远' }) name!: string;
}

export class PersonOnDutyView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' }) memberId!: string;
  @ApiProperty({ example: 'D0017' }) staffNumber!: string;
  @ApiProperty({ example: '陈建国' }) name!: string;
  @ApiProperty({ type: String, nullable: true, example: '010 6234 5678' }) phone!: string | null;
  @ApiProperty({ isArray: true, type: String, description: 'Accounts he may log in with.' }) accountIds!: string[];
  @ApiProperty({ example: 1, description: '1 is called first.' }) line!: number;
  @ApiProperty({ format: 'uuid' }) shiftId!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T10:00:00.000Z' }) startsAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-03T00:00:00.000Z' }) endsAt!: string;
  @ApiProperty({ type: Replaced, nullable: true, description: 'Stands on the roster; the person is the substitute.' })
  replaces!: Replaced | null;
}

export class OnDutyAnswer {
  @ApiProperty({ format: 'date-time', example: '2026-03-02T18:10:00.000Z' }) at!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The department asked for, or one above it where it has nobody; null: nobody anywhere.',
  })
  departmentId!: string | null;
  @ApiProperty({ type: [PersonOnDutyView], description: 'In the order they are called.' }) people!: PersonOnDutyView[];
}

export class DutyGap {
  @ApiProperty({ format: 'date-time', example: '2026-03-02T00:00:00.000Z' }) startsAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T10:00:00.000Z' }) endsAt!: string;
}

export class DutyGaps {
  @ApiProperty({ type: [DutyGap], description: 'Stretches with nobody on duty.' }) items!: DutyGap[];
}
