import { Audited, Requires } from '#platform';
import { Controller, Delete, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Watchers } from './ticket-watchers.js';
import { TicketWatchers } from './watchers.dto.js';

@ApiTags('tickets')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({
  description: 'The right is missing; ticket-dispute, ticket-confidential: for few only (CP-3).',
})
@ApiNotFoundResponse({ description: 'There is no such ticket.' })
@Audited('ticket', { params: ['id'] })
@Requires('complaints.read')
@Controller('complaints/tickets/:id/watchers')
export class WatchersController {
  constructor(private readonly watchers: Watchers) {}

  @Get()
  @ApiOperation({ summary: 'List who watches a ticket', description: 'CP-10.' })
  @ApiOkResponse({ type: TicketWatchers })
  list(@Param('id', ParseUUIDPipe) id: string): Promise<TicketWatchers> {
    return this.watchers.of(id);
  }

  @Put('me')
  @ApiOperation({
    summary: 'Watch a ticket',
    description: 'CP-10. Whoever watches is told with the others when it is late.',
  })
  @ApiOkResponse({ type: TicketWatchers })
  watch(@Param('id', ParseUUIDPipe) id: string): Promise<TicketWatchers> {
    return this.watchers.watch(id);
  }

  @Delete('me')
  @ApiOperation({ summary: 'Watch a ticket no longer', description: 'CP-10. Also one that may no longer be seen.' })
  @ApiOkResponse({ type: TicketWatchers })
  unwatch(@Param('id', ParseUUIDPipe) id: string): Promise<TicketWatchers> {
    return this.watchers.unwatch(id);
  }
}
