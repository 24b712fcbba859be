import { Audited, Lists, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { GreenChannelCase, GreenChannelCasePage, GreenChannelQuery, RecordDoctorCall } from './green-channel.dto.js';
import { GREEN_CHANNEL_CASES } from './green-channel.list.js';
import { GreenChannelService } from './green-channel.service.js';

const NO_SUCH = { description: 'There is no such case.' };

@ApiTags('green channel')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('patient', { answer: ['patientId', 'items.patientId'], query: ['patientId'] })
@Controller('follow-up/green-channel')
export class GreenChannelController {
  constructor(private readonly cases: GreenChannelService) {}

  @Get()
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'List green-channel cases', description: 'Newest first, unless `sort` says otherwise.' })
  @Lists(GREEN_CHANNEL_CASES)
  @ApiOkResponse({ type: GreenChannelCasePage })
  list(@Query() query: GreenChannelQuery): Promise<GreenChannelCasePage> {
    return this.cases.list(query);
  }

  @Get(':id')
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'Read a green-channel case' })
  @ApiOkResponse({ type: GreenChannelCase })
  @ApiNotFoundResponse(NO_SUCH)
  read(@Param('id', ParseUUIDPipe) id: string): Promise<GreenChannelCase> {
    return this.cases.read(id);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Requires('follow-up.green-channel.answer')
  @ApiOperation({
    summary: 'Take on a green-channel case',
    description:
      'For duty doctors. The time goes on until the call is recorded; after an escalation another one may take it over. Emits follow-up.green-channel.acknowledged.v1.',
  })
  @ApiOkResponse({ type: GreenChannelCase })
  @ApiNotFoundResponse(NO_SUCH)
  @ApiConflictResponse({ description: 'green-channel-taken by another doctor, or green-channel-closed.' })
  acknowledge(@Param('id', ParseUUIDPipe) id: string): Promise<GreenChannelCase> {
    return this.cases.acknowledge(id);
  }

  @Post(':id/call')
  @HttpCode(200)
  @Requires('follow-up.green-channel.answer')
  @ApiOperation({
    summary: 'Record the doctor’s call of a green-channel case',
    description:
      'For duty doctors; also takes the case on. Every outcome but `no-answer` closes it. Emits follow-up.green-channel.closed.v1.',
  })
  @ApiOkResponse({ type: GreenChannelCase })
  @ApiNotFoundResponse(NO_SUCH)
  @ApiConflictResponse({ description: 'green-channel-closed, with its `outcome`.' })
  call(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecordDoctorCall): Promise<GreenChannelCase> {
    return this.cases.call(id, body);
  }
}
