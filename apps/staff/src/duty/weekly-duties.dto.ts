import { ROLES, type Role } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { CLOCK_TIME, DATE } from './month-import.dto.js';

export class PlanWeeklyDuty {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06' }) @IsUUID() departmentId!: string;
  @ApiProperty({ enum: ROLES, example: 'duty-doctor' }) @IsIn(ROLES) role!: Role;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01' }) @IsUUID() memberId!: string;

  @ApiPropertyOptional({ default: 1, minimum: 1, maximum: 9, description: '1 is called first.' })
  @IsInt()
  @Min(1)
  @Max(9)
  line: number = 1;

  @ApiProperty({
    isArray: true,
    type: Number,
    example: [1, 3, 5],
    description: '1 Monday … 7 Sunday: where it begins.',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays!: number[];

  @ApiProperty({ example: '18:00', pattern: CLOCK_TIME.source, description: 'On the hospital’s clock.' })
  @Matches(CLOCK_TIME)
  starts!: string;

  @ApiProperty({ example: '08:00', pattern: CLOCK_TIME.source, description: 'Not after `starts`: on the next day.' })
  @Matches(CLOCK_TIME)
  ends!: string;

  @ApiProperty({ format: 'date', example: '2026-03-02', description: 'First day; shifts that are over are not made.' })
  @Matches(DATE)
  @IsISO8601({ strict: true })
  validFrom!: string;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date', example: null, description: 'Last day.' })
  @IsOptional()
  @Matches(DATE)
  @IsISO8601({ strict: true })
  validUntil?: string | null;
}

export class WeeklyDuty extends PlanWeeklyDuty {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11' }) id!: string;
  @ApiProperty({ format: 'date', example: '2026-04-13', description: 'The first day not on the roster yet.' })
  rolledUntil!: string;
  @ApiProperty({ example: 1, description: 'The ETag.' }) version!: number;
}

export class WeeklyDutyPage {
  @ApiProperty({ type: [WeeklyDuty] }) items!: WeeklyDuty[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}
