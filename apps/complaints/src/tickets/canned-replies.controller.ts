import { Audited, etagOf, expectedVersion, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CannedReply, CannedReplyChange, CannedReplyPage, NewCannedReply } from './canned-replies.dto.js';
import { CANNED_REPLIES } from './canned-replies.list.js';
import { CannedReplies } from './canned-replies.service.js';

const ETAG = { ETag: { description: 'Version of the reply, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('ticket settings')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('canned-reply', { params: ['id'], answer: ['id'] })
@Controller('complaints/canned-replies')
export class CannedRepliesController {
  constructor(private readonly replies: CannedReplies) {}

  @Get()
  @Requires('complaints.read')
  @NotPersonal()
  @ApiOperation({ summary: 'List canned replies', description: 'CP-10. Chinese and English, by code.' })
  @Lists(CANNED_REPLIES)
  @ApiOkResponse({ type: CannedReplyPage })
  list(@Query() query: ListQuery): Promise<CannedReplyPage> {
    return this.replies.list(query);
  }

  @Post()
  @Requires('complaints.manage')
  @ApiOperation({ summary: 'Add a canned reply', description: 'CP-10.' })
  @ApiCreatedResponse({ type: CannedReply, headers: ETAG })
  @ApiConflictResponse({ description: 'canned-reply-code-taken' })
  async add(@Body() body: NewCannedReply, @Res({ passthrough: true }) reply: FastifyReply): Promise<CannedReply> {
    return tagged(await this.replies.add(body), reply);
  }

  @Patch(':id')
  @Requires('complaints.manage')
  @ApiOperation({ summary: 'Change a canned reply, or offer it no more', description: 'CP-10.' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: CannedReply, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such reply.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CannedReplyChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CannedReply> {
    return tagged(await this.replies.change(id, expectedVersion(ifMatch), body), reply);
  }
}

function tagged(canned: CannedReply, reply: FastifyReply): CannedReply {
  void reply.header('etag', etagOf(canned.version));
  return canned;
}
