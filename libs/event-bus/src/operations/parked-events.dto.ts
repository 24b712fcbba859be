import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, Length, Max, Min } from 'class-validator';

const STATES = ['waiting', 'resolved'] as const;

export class ParkedEventsQuery {
  @ApiPropertyOptional({ enum: STATES, default: 'waiting' })
  @IsOptional()
  @IsIn(STATES)
  state: (typeof STATES)[number] = 'waiting';

  @ApiPropertyOptional({ description: 'Only events of this key, for instance a patient id.' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  key?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  cursor?: string;
}

export class ParkedEventSummary {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'patients' }) stream!: string;
  @ApiProperty({ example: 1042 }) streamSequence!: number;
  @ApiProperty({ example: 'patients.encounter.discharged.v1' }) subject!: string;
  @ApiProperty({ description: 'Later events of this key wait behind it.' }) key!: string;
  @ApiProperty({ enum: ['failed', 'behind-parked', 'contract', 'malformed', 'unknown-version'] }) reason!: string;
  @ApiProperty({ description: 'First line of the error.' }) error!: string;
  @ApiProperty() attempts!: number;
  @ApiProperty({ format: 'date-time' }) parkedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) replayRequestedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) resolvedAt!: string | null;
  @ApiProperty({ type: String, enum: ['replayed', 'discarded'], nullable: true }) resolution!: string | null;
}

export class ParkedEventPage {
  @ApiProperty({ type: [ParkedEventSummary] }) items!: ParkedEventSummary[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class ParkedEventDetail extends ParkedEventSummary {
  @Personal('free-text')
  @ApiProperty({ description: 'The event as it was received, as text.' })
  event!: string;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, description: 'The event as it was repaired.' })
  repairedEvent!: string | null;
  @ApiProperty({ description: 'The whole error with its stack.' }) errorDetail!: string;
  @ApiProperty({ type: String, nullable: true }) resolvedBy!: string | null;
  @ApiProperty({ type: String, nullable: true }) resolutionNote!: string | null;
}

export class RepairParkedEvent {
  @ApiProperty({
    description: 'The corrected data of the event; checked against its contract.',
    type: Object,
    example: { patientId: '…' },
  })
  @IsObject()
  data!: Record<string, unknown>;
}

export class DiscardParkedEvent {
  @ApiProperty({
    description: 'Why it is safe to drop it; kept for ever.',
    example: 'Test message of the interface team.',
  })
  @IsString()
  @Length(3, 1000)
  reason!: string;
}
