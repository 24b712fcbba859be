import {
  TICKET_COLOURS,
  TICKET_KINDS,
  TICKET_STATES,
  type TicketColour,
  type TicketKind,
  type TicketState,
} from '#contracts';
import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** Counted no further: nobody works off more, and a count of a million costs what a look must not. */
export const MOST_COUNTED = 1_000;
/** Minutes before its end in which a ticket is soon due. */
export const SOON_MINUTES = 15;

export class BoardQuery {
  @ApiPropertyOptional({ description: 'Only what is about this department.', example: 'XXGNK' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  departmentCode?: string;

  @ApiPropertyOptional({ description: 'Only what this account holds; `me`: the caller.', example: 'me' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  holderId?: string;

  @ApiPropertyOptional({ description: 'Cards a column.', minimum: 0, maximum: 100, default: 20, example: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100)
  first?: number;
}

/** What is told live of a ticket: facts, none of its words. */
export class BoardFacts {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60' }) ticketId!: string;
  @ApiProperty({ example: '2026-000123' }) number!: string;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'yellow' }) colour!: TicketColour;
  @ApiProperty({ enum: TICKET_KINDS, example: 'complaint' }) kind!: TicketKind;
  @ApiProperty({ enum: TICKET_STATES, example: 'claimed' }) state!: TicketState;
  @ApiProperty({ type: String, nullable: true, example: 'XXGNK' }) departmentCode!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The account that works on it.' }) holderId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '李晓梅' }) holderName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) receivedAt!: string;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true, example: '2026-03-05T09:00:00.000Z' },
    description: 'End of the colour’s limit; null while its clock stands.',
  })
  dueAt!: string | null;
}

export class BoardCard extends BoardFacts {
  @Personal('free-text') @ApiProperty({ example: '挂号排队等了一个多小时' }) subject!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Below zero: too late.', example: 5_400 })
  secondsLeft!: number | null;
}

export class BoardColumn {
  @ApiProperty({ enum: TICKET_COLOURS, example: 'yellow' }) colour!: TicketColour;
  @ApiProperty({ description: `Tickets at work; counted up to ${MOST_COUNTED}.`, example: 42 }) count!: number;
  @ApiProperty({ description: `Their limit is over; counted up to ${MOST_COUNTED}.`, example: 3 }) overdue!: number;
  @ApiProperty({ description: `It ends within ${SOON_MINUTES} minutes; counted up to ${MOST_COUNTED}.`, example: 5 })
  soon!: number;
  @ApiProperty({ description: `One of the counts would be beyond ${MOST_COUNTED}.`, example: false }) more!: boolean;
  @ApiProperty({ type: [BoardCard], description: 'Least time left first; clocks that stand last.' })
  cards!: BoardCard[];
}

export class Board {
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:30:00.000Z' }) at!: string;
  @ApiProperty({ type: [BoardColumn], description: 'Red, yellow, blue.' }) columns!: BoardColumn[];
}

/** One ticket on the live board. */
export class BoardChange {
  @ApiProperty({
    ...{ type: BoardFacts, nullable: true },
    description: 'As it stands now; null: it is off the board, or not for the reader.',
  })
  card!: BoardFacts | null;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60' }) ticketId!: string;
}
