import { Audited, Downloads, NoIdempotencyKey, Requires, RequiresUnmasked, Uploads } from '#platform';
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
import { PRAISE_PHOTO, PraisePhotos } from './praise-photos.js';
import { Praise, PraisePhotoForm } from './praise.dto.js';
import { PraiseService } from './praise.service.js';

@ApiTags('praise')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found: no such praise, or no photo.' })
@Audited('praise', { params: ['id'], unmasked: true })
@Controller('complaints/praise/:id/photo')
export class PraisePhotosController {
  constructor(
    private readonly praise: PraiseService,
    private readonly photos: PraisePhotos,
    private readonly uploads: Uploads,
    private readonly downloads: Downloads,
  ) {}

  @Post()
  @NoIdempotencyKey('The body is a stream; a photo replaces the one before.')
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Put a photo to praise',
    description: 'CP-7. It takes the place of the former one. Right: complaints.handle.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PraisePhotoForm })
  @ApiCreatedResponse({ type: Praise })
  @ApiBadRequestResponse({ description: 'validation-failed without a file; body-incomplete.' })
  @ApiPayloadTooLargeResponse({ description: 'file-too-large, with `maxBytes`.' })
  @ApiUnsupportedMediaTypeResponse({ description: 'file-type-refused or file-type-mismatch, with `actual`.' })
  @ApiUnprocessableEntityResponse({ description: 'file-empty; file-infected: the former one stays.' })
  async replace(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<Praise> {
    await this.praise.read(id);
    return this.photos.replace(id, await this.uploads.receive(request, PRAISE_PHOTO));
  }

  @Get()
  @Requires('complaints.read')
  @RequiresUnmasked()
  @ApiOperation({ summary: 'Read the photo of praise', description: 'CP-7. Right: complaints.read.' })
  @ApiOkResponse({
    description: 'The photo.',
    content: Object.fromEntries(
      PRAISE_PHOTO.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @ApiConflictResponse({ description: 'file-awaits-scan or file-infected' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(request, reply, await this.photos.read(id), 'inline');
  }
}
