import { Audited, NoIdempotencyKey, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BusState, ConsumerState, ReplayStreamRequest, RepublishRequest, RepublishResult } from './redelivery.dto.js';
import { Redelivery } from './redelivery.service.js';

@ApiTags('operations')
@ApiBearerAuth()
@Requires('ops.read')
@NotPersonal()
@Controller('ops')
export class ConsumersController {
  constructor(private readonly redelivery: Redelivery) {}

  @Get('consumers')
  @ApiOperation({ summary: 'How far this service is behind its streams' })
  @ApiOkResponse({ type: BusState })
  state(): Promise<BusState> {
    return this.redelivery.state();
  }

  @Audited('events')
  @Post('republish')
  @NoIdempotencyKey('Events that come twice have their effect once.')
  @Requires('ops.write')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Publish this service’s events again since a time',
    description:
      'In their order, queued 1,000 at a time. A call that breaks off has queued the oldest; repeat it, and the rest ' +
      'follows. What is published twice has its effect once.',
  })
  @ApiAcceptedResponse({ type: RepublishResult })
  async republish(@Body() body: RepublishRequest): Promise<RepublishResult> {
    return { events: await this.redelivery.republish(new Date(body.since)) };
  }

  @Audited('events')
  @Post('replay')
  @NoIdempotencyKey('Events that come twice have their effect once.')
  @Requires('ops.write')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Let this service read a stream again from a sequence or time',
  })
  @ApiAcceptedResponse({ type: ConsumerState })
  replay(@Body() body: ReplayStreamRequest): Promise<ConsumerState> {
    return this.redelivery.replay(body);
  }
}
