import { Audited, Downloads, Files, NoIdempotencyKey, Requires, RequiresUnmasked, Uploads } from '#platform';
import { Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiTags,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TICKET_ATTACHMENT } from './attachment.use.js';
import { Attachment, AttachmentForm, AttachmentLink, AttachmentList } from './attachments.dto.js';
import { Attachments } from './attachments.service.js';

const NOT_SERVED = { description: 'file-awaits-scan or file-infected' };

@ApiTags('ticket attachments')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing; or the ticket is a dispute or confidential.' })
@ApiNotFoundResponse({ description: 'not-found: no such ticket, or no such attachment.' })
@RequiresUnmasked()
@Audited('ticket', { params: ['id'], unmasked: true })
@Controller('complaints/tickets/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly uploads: Uploads,
    private readonly files: Files,
    private readonly downloads: Downloads,
  ) {}

  @Post()
  @NoIdempotencyKey('The body is a stream.')
  @Requires('complaints.handle')
  @ApiOperation({ summary: 'Attach a file to a ticket', description: 'CP-10. Entered into its story; never replaced.' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AttachmentForm })
  @ApiCreatedResponse({ type: Attachment })
  @ApiBadRequestResponse({ description: 'validation-failed without a file; body-incomplete.' })
  @ApiConflictResponse({ description: 'attachments-full: there are fifty.' })
  @ApiPayloadTooLargeResponse({ description: 'file-too-large, with `maxBytes`; body-too-large at the gateway.' })
  @ApiUnsupportedMediaTypeResponse({
    description: 'file-type-refused; file-type-mismatch, with `actual`: also a file that is two things at once.',
  })
  @ApiUnprocessableEntityResponse({ description: 'file-empty; file-infected: it is in quarantine.' })
  async add(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<Attachment> {
    await this.attachments.admit(id);
    return this.attachments.add(id, await this.uploads.receive(request, TICKET_ATTACHMENT));
  }

  @Get()
  @Requires('complaints.read')
  @ApiOperation({ summary: 'List the files of a ticket', description: 'CP-10. In the order in which they came.' })
  @ApiOkResponse({ type: AttachmentList })
  async list(@Param('id', ParseUUIDPipe) id: string): Promise<AttachmentList> {
    return { items: await this.attachments.list(id) };
  }

  @Get(':attachmentId')
  @Requires('complaints.read')
  @ApiOperation({ summary: 'Read a file of a ticket', description: 'Ranges and If-None-Match are obeyed.' })
  @ApiOkResponse({
    description: 'The file.',
    content: Object.fromEntries(
      TICKET_ATTACHMENT.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @ApiConflictResponse(NOT_SERVED)
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(request, reply, await this.attachments.read(id, attachmentId));
  }

  @Get(':attachmentId/link')
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'A link to a file of a ticket that needs no token',
    description: 'FILES_LINK_SECONDS long.',
  })
  @ApiOkResponse({ type: AttachmentLink })
  @ApiConflictResponse(NOT_SERVED)
  async link(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attachmentId', ParseUUIDPipe) attachmentId: string,
  ): Promise<AttachmentLink> {
    const { url, expiresAt } = this.files.linkTo(await this.attachments.read(id, attachmentId));
    return { url, expiresAt: expiresAt.toISOString() };
  }
}
