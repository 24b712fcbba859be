import { ROLES, type Role } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

export const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
export const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class ImportedShift {
  @ApiProperty({ format: 'date', example: '2026-03-02', description: 'The day it begins.' })
  @Matches(DATE)
  @IsISO8601({ strict: true })
  date!: string;

  @ApiProperty({ example: '18:00', pattern: CLOCK_TIME.source, description: 'On the hospital’s clock.' })
  @Matches(CLOCK_TIME)
  starts!: string;

  @ApiProperty({ example: '08:00', pattern: CLOCK_TIME.source, description: 'Not after `starts`: on the next day.' })
  @Matches(CLOCK_TIME)
  ends!: string;

  @ApiProperty({ example: 'D0017' }) @IsString() @Length(1, 40) staffNumber!: string;

  @ApiPropertyOptional({ default: 1, minimum: 1, maximum: 9, description: '1 is called first.' })
  @IsInt()
  @Min(1)
  @Max(9)
  line: number = 1;
}

export class ImportMonth {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06' }) @IsUUID() departmentId!: string;
  @ApiProperty({ enum: ROLES, example: 'duty-doctor' }) @IsIn(ROLES) role!: Role;

  @ApiProperty({ example: '2026-03', description: 'Every shift begins in it.' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month!: string;

  @ApiPropertyOptional({ default: false, description: 'Takes off first what begins in the month and has not ended.' })
  @IsBoolean()
  replace: boolean = false;

  @ApiProperty({ type: [ImportedShift] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ImportedShift)
  shifts!: ImportedShift[];
}

export class ImportResult {
  @ApiProperty({ example: 62, description: 'Shifts put on the roster.' }) planned!: number;
}
