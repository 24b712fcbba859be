import { Audited, etagOf, expectedVersion, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ColourDefaults, ColourSettings } from './colours.dto.js';
import { Colours } from './colours.service.js';

const ETAG = { ETag: { description: 'Version of the settings, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('ticket settings')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('complaints/colours')
export class ColoursController {
  constructor(private readonly colours: Colours) {}

  @Get()
  @Requires('complaints.read')
  @NotPersonal()
  @ApiOperation({ summary: 'Read the colours that tickets get by themselves', description: 'CP-1.' })
  @ApiOkResponse({ type: ColourSettings, headers: ETAG })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<ColourSettings> {
    return tagged(await this.colours.read(), reply);
  }

  @Put()
  @Requires('complaints.manage')
  @Audited('ticket-colours')
  @ApiOperation({
    summary: 'Decide which colours tickets get by themselves',
    description: 'CP-1. For tickets from now on; those there are keep theirs.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: ColourSettings, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
  @ApiPreconditionFailedResponse({ description: 'They changed since you read them.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async change(
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ColourDefaults,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ColourSettings> {
    return tagged(await this.colours.change(expectedVersion(ifMatch), body), reply);
  }
}

function tagged(settings: ColourSettings, reply: FastifyReply): ColourSettings {
  void reply.header('etag', etagOf(settings.version));
  return settings;
}
