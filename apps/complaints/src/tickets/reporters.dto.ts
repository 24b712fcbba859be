import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { Ticket } from './tickets.dto.js';

export class SoughtReporter {
  @ApiProperty({ example: '13800138000', pattern: '^[+0-9][0-9 -]{2,29}$', description: 'Spaces and dashes are none.' })
  @Matches(/^[+0-9][0-9 -]{2,29}$/)
  phone!: string;

  @ApiPropertyOptional({ example: '王芳', maxLength: 60, description: 'As it was written then.' })
  @Stated()
  @IsString()
  @Length(1, 60)
  name?: string;
}

export class ReportedTickets {
  @ApiProperty({ type: [Ticket], description: 'The last received first, 100 at most.' }) items!: Ticket[];
}
