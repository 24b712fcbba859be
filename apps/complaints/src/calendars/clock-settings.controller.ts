import { TICKET_COLOURS, type TicketColour } from '#contracts';
import { Audited, etagOf, expectedVersion, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseEnumPipe, Put, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ClockSetting, ClockSettingChange } from './clock-settings.dto.js';
import { ClockSettings } from './clock-settings.service.js';

const COLOURS = Object.fromEntries(TICKET_COLOURS.map((colour) => [colour, colour]));

@ApiTags('complaint clocks')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('complaints/clock-settings')
export class ClockSettingsController {
  constructor(private readonly settings: ClockSettings) {}

  @Get()
  @NotPersonal()
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'Read what is promised of each colour',
    description: 'CP-1. Needs complaints.read. Limits in minutes, and the hours in which these clocks run.',
  })
  @ApiOkResponse({ type: [ClockSetting] })
  list(): Promise<ClockSetting[]> {
    return this.settings.list();
  }

  @Put(':colour')
  @Audited('clock-setting', { params: ['colour'] })
  @Requires('complaints.manage')
  @ApiParam({ name: 'colour', enum: TICKET_COLOURS, example: 'yellow' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read.', example: '"1"' })
  @ApiOperation({
    summary: 'Change what is promised of a colour',
    description: 'CP-1. Needs complaints.manage. Clocks that run keep what they began with, until a recolour.',
  })
  @ApiOkResponse({ type: ClockSetting })
  @ApiBadRequestResponse({ description: 'validation-failed (hours-in-order, hours-never-open) or if-match-malformed.' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('colour', new ParseEnumPipe(COLOURS)) colour: TicketColour,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ClockSettingChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClockSetting> {
    const setting = await this.settings.change(colour, body, expectedVersion(ifMatch));
    void reply.header('etag', etagOf(setting.version));
    return setting;
  }
}
