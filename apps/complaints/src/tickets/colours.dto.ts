import { TICKET_COLOURS, type TicketColour } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { DefaultColours } from './colour.rules.js';

/** The colour of a ticket that nobody gave one, by what it is (CP-1). */
export class ColourDefaults implements DefaultColours {
  @ApiProperty({ enum: TICKET_COLOURS, example: 'yellow' }) @IsIn(TICKET_COLOURS) complaint!: TicketColour;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'red', description: 'A complaint known to be medical.' })
  @IsIn(TICKET_COLOURS)
  'medical-complaint'!: TicketColour;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'blue' }) @IsIn(TICKET_COLOURS) suggestion!: TicketColour;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'blue' }) @IsIn(TICKET_COLOURS) praise!: TicketColour;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'blue' }) @IsIn(TICKET_COLOURS) consultation!: TicketColour;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'red' }) @IsIn(TICKET_COLOURS) emergency!: TicketColour;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'yellow' }) @IsIn(TICKET_COLOURS) appointment!: TicketColour;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'blue' }) @IsIn(TICKET_COLOURS) other!: TicketColour;
}

export class ColourSettings extends ColourDefaults {
  @ApiProperty({ example: 1, description: 'Grows with each change; send `If-Match: "<version>"` to change them.' })
  version!: number;
}
