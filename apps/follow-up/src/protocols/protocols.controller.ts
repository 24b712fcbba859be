import { NotPersonal, Requires } from '#platform';
import { Controller, Get, Param } from '@nestjs/common';
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
import { Protocol, ProtocolList, ProtocolVersionParams } from './protocols.dto.js';
import { ProtocolsService } from './protocols.service.js';

@ApiTags('follow-up protocols')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('follow-up.read')
@NotPersonal()
@Controller('follow-up/protocols')
export class ProtocolsController {
  constructor(private readonly protocols: ProtocolsService) {}

  @Get()
  @ApiOperation({ summary: 'List follow-up protocols', description: 'Every version, newest first.' })
  @ApiOkResponse({ type: ProtocolList })
  async list(): Promise<ProtocolList> {
    return { items: await this.protocols.list() };
  }

  @Get(':code/versions/:version')
  @ApiOperation({ summary: 'Read one version of a protocol', description: 'It never changes.' })
  @ApiOkResponse({ type: Protocol })
  @ApiBadRequestResponse({ description: 'validation-failed.' })
  @ApiNotFoundResponse({ description: 'There is no such version.' })
  read(@Param() { code, version }: ProtocolVersionParams): Promise<Protocol> {
    return this.protocols.read(code, version);
  }
}
