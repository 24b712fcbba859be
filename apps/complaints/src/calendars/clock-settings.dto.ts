import { TICKET_COLOURS, type TicketColour } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const A_YEAR = 525_600;

export class OpenInterval {
  @ApiProperty({ example: '08:00', description: 'On the hospital’s clock.' }) @Matches(TIME) from!: string;
  @ApiProperty({ example: '12:00', description: 'Up to and without it; 24:00 is the end of the day.' })
  @Matches(END)
  until!: string;
}

export class OpenDay {
  @ApiProperty({ type: [OpenInterval], description: 'Several a day, in order; none for a day off.' })
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => OpenInterval)
  intervals!: OpenInterval[];
}

export class WorkingHours {
  @ApiProperty({ type: [OpenDay], description: 'Seven days, Monday first.' })
  @IsArray()
  @ArrayMinSize(7)
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => OpenDay)
  week!: OpenDay[];

  @ApiProperty({ example: true, description: 'Whether public holidays are days off.' })
  @IsBoolean()
  closedOnHolidays!: boolean;
}

export class ClockSettingChange {
  @ApiProperty({ example: 30, description: 'Minutes from receipt until somebody must have taken it.' })
  @IsInt()
  @Min(1)
  @Max(A_YEAR)
  claimMinutes!: number;

  @ApiProperty({ example: 60, description: 'Minutes from receipt until the complainant must have an answer.' })
  @IsInt()
  @Min(1)
  @Max(A_YEAR)
  firstReplyMinutes!: number;

  @ApiProperty({ example: 120, description: 'Minutes from receipt until it must be solved (CP-1).' })
  @IsInt()
  @Min(1)
  @Max(A_YEAR)
  solutionMinutes!: number;

  @ApiProperty({ type: WorkingHours, nullable: true, description: 'When these clocks run; null: day and night.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => WorkingHours)
  hours!: WorkingHours | null;
}

export class ClockSetting extends ClockSettingChange {
  @ApiProperty({ enum: TICKET_COLOURS, example: 'yellow' }) colour!: TicketColour;
  @ApiProperty({ example: 1, description: 'For If-Match.' }) version!: number;
}
