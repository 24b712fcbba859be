import { Audited, NoIdempotencyKey, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DiscardParkedEvent,
  ParkedEventDetail,
  ParkedEventPage,
  ParkedEventsQuery,
  RepairParkedEvent,
} from './parked-events.dto.js';
import { ParkedEvents } from './parked-events.service.js';

@ApiTags('operations')
@ApiBearerAuth()
@Requires('ops.read')
@Audited('event', { params: ['id'], answer: ['key', 'items.key'], query: ['key'] })
@Controller('ops/parked-events')
export class ParkedEventsController {
  constructor(private readonly parked: ParkedEvents) {}

  @Get()
  @ApiOperation({ summary: 'List events that could not be handled' })
  @ApiOkResponse({ type: ParkedEventPage })
  list(@Query() query: ParkedEventsQuery): Promise<ParkedEventPage> {
    return this.parked.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a parked event with its error' })
  @ApiOkResponse({ type: ParkedEventDetail })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<ParkedEventDetail> {
    return this.parked.read(id);
  }

  @Put(':id/data')
  @Requires('ops.write')
  @ApiOperation({
    summary: 'Repair the data of a parked event',
    description: 'The original is kept.',
  })
  @ApiOkResponse({ type: ParkedEventDetail })
  repair(@Param('id', ParseUUIDPipe) id: string, @Body() body: RepairParkedEvent): Promise<ParkedEventDetail> {
    return this.parked.repair(id, body.data);
  }

  @Post(':id/replay')
  @NoIdempotencyKey('Asked again, it goes on where it stopped.')
  @Requires('ops.write')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Replay everything parked under the key of this event, in order',
    description: 'Stops at the first one that fails again.',
  })
  @ApiAcceptedResponse({ type: ParkedEventDetail })
  replay(@Param('id', ParseUUIDPipe) id: string): Promise<ParkedEventDetail> {
    return this.parked.replay(id);
  }

  @Post(':id/discard')
  @Requires('ops.write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a parked event up, for a stated reason' })
  @ApiOkResponse({ type: ParkedEventDetail })
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() body: DiscardParkedEvent): Promise<ParkedEventDetail> {
    return this.parked.discard(id, body.reason);
  }
}
