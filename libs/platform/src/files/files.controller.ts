import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audited } from '../audit/audited.js';
import { Public } from '../auth/access.js';
import { Downloads } from './downloads.js';
import { FileLinkQuery } from './files.dto.js';
import { Files } from './files.service.js';

/** The door for signed links: nothing else is given out without a token. */
@ApiTags('files')
@Audited('file', { anonymous: 'with-subject' })
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly downloads: Downloads,
  ) {}

  @Get(':id')
  @Public()
  @ApiOperation({
    summary: 'Download a file by a signed link',
    description: 'No token: the link itself says what it is for and until when. Ranges and If-None-Match are obeyed.',
  })
  @ApiOkResponse({
    description: 'The content, with its own media type.',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiForbiddenResponse({ description: 'link-invalid' })
  @ApiGoneResponse({ description: 'link-expired' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'file-awaits-scan or file-infected' })
  async download(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: FileLinkQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(request, reply, await this.files.byLink(id, query), query.disposition);
  }
}
