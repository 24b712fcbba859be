import { AllowRoles } from '#platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BusState, ConsumerState, ReplayStreamRequest, RepublishRequest, RepublishResult } from './redelivery.dto.js';
import { Redelivery } from './redelivery.service.js';

@ApiTags('operations')
@ApiBearerAuth()
@AllowRoles('administrator')
@Controller('ops')
export class ConsumersController {
  constructor(private readonly redelivery: Redelivery) {}

  @Get('consumers')
  @ApiOperation({ summary: 'How far this service is behind its streams', description: 'Role: administrator.' })
  @ApiOkResponse({ type: BusState })
  state(): Promise<BusState> {
    return this.redelivery.state();
  }

  @Post('republish')
  @HttpCode(202)
  @ApiOperation({ summary: 'Publish this service’s events again since a time', description: 'Role: administrator.' })
  @ApiAcceptedResponse({ type: RepublishResult })
  async republish(@Body() body: RepublishRequest): Promise<RepublishResult> {
    return { events: await this.redelivery.republish(new Date(body.since)) };
  }

  @Post('replay')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Let this service read a stream again from a sequence or time',
    description: 'Role: administrator.',
  })
  @ApiAcceptedResponse({ type: ConsumerState })
  replay(@Body() body: ReplayStreamRequest): Promise<ConsumerState> {
    return this.redelivery.replay(body);
  }
}
