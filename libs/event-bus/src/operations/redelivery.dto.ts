import { IsMoment } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, Min, ValidateIf } from 'class-validator';

export class RepublishRequest {
  @ApiProperty({
    format: 'date-time',
    example: '2026-11-22T08:00:00+08:00',
    description: 'Publish again every event that happened at or after this time.',
  })
  @IsMoment()
  since!: string;
}

export class RepublishResult {
  @ApiProperty({ description: 'Events this call queued for publishing again.', example: 120 }) events!: number;
}

export class ReplayStreamRequest {
  @ApiProperty({ example: 'patients', description: 'The stream this service should read again.' })
  @IsString()
  @Length(1, 60)
  stream!: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    description: 'From this stream sequence; or give `fromTime`.',
  })
  @ValidateIf((body: ReplayStreamRequest) => body.fromTime === undefined || body.fromSequence !== undefined)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  fromSequence?: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'From the first event published at or after this time.' })
  @IsOptional()
  @IsMoment()
  fromTime?: string;

  @ApiPropertyOptional({
    default: false,
    description:
      'false: only events this service has not handled yet (after a restore). true: handle all again; the domain’s own constraints keep effects single.',
  })
  @IsOptional()
  @IsBoolean()
  again: boolean = false;
}

export class ConsumerState {
  @ApiProperty({ example: 'patients' }) stream!: string;
  @ApiProperty({ description: 'Every sequence up to this one is dealt with.' }) position!: number;
  @ApiProperty({ description: 'Last sequence of the stream.' }) lastSequence!: number;
  @ApiProperty({ description: 'Events between the two.' }) behind!: number;
  @ApiProperty({ description: 'Events waiting in the parking lot.' }) parked!: number;
}

export class BusState {
  @ApiProperty({ description: 'Events not yet published, counted up to 100,000.' }) outboxWaiting!: number;
  @ApiProperty({ type: [ConsumerState] }) consumers!: ConsumerState[];
}
