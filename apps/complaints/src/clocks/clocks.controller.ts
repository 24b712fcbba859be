import { Audited, Requires } from '#platform';
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { TicketClock } from './clocks.dto.js';
import { ClocksQuery } from './clocks.query.js';

@ApiTags('complaint clocks')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@Controller('complaints/tickets/:id/clocks')
export class ClocksController {
  constructor(private readonly clocks: ClocksQuery) {}

  @Get()
  @Audited('ticket', { params: ['id'] })
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'Read the clocks of a ticket, and why each deadline is what it is',
    description:
      'CP-1, CP-3, CP-9. Needs complaints.read. Each clock with the pieces of time that were counted and those that were not: closed hours, holidays, the wait for the patient. They never change each other.',
  })
  @ApiOkResponse({ type: [TicketClock] })
  @ApiBadRequestResponse({ description: 'No UUID.' })
  @ApiForbiddenResponse({ description: 'The right is missing; ticket-dispute, ticket-confidential: not for you.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  list(@Param('id', ParseUUIDPipe) id: string): Promise<TicketClock[]> {
    return this.clocks.ofTicket(id);
  }
}
