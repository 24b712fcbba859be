import { Audited, Downloads, Files, NoIdempotencyKey, Requires, RequiresUnmasked, Uploads } from '#platform';
import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
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
import { PeopleQueries } from '../people/people.queries.js';
import { PATIENT_PHOTO } from './photo.use.js';
import { PatientPhoto, PhotoForm, PhotoLink } from './photos.dto.js';
import { Photos } from './photos.service.js';

@ApiTags('patients')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found: no such patient, or no photo.' })
@Audited('patient', { params: ['id'], unmasked: true })
@Controller('patients/:id/photo')
export class PhotosController {
  constructor(
    private readonly photos: Photos,
    private readonly people: PeopleQueries,
    private readonly uploads: Uploads,
    private readonly files: Files,
    private readonly downloads: Downloads,
  ) {}

  @Post()
  @NoIdempotencyKey('The body is a stream; a photo replaces the one before.')
  @Requires('patients.write')
  @ApiOperation({ summary: 'Put a photo into a record', description: 'It takes the place of the former one.' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PhotoForm })
  @ApiCreatedResponse({ type: PatientPhoto })
  @ApiBadRequestResponse({ description: 'validation-failed without a file; body-incomplete.' })
  @ApiPayloadTooLargeResponse({ description: 'file-too-large, with `maxBytes`.' })
  @ApiUnsupportedMediaTypeResponse({ description: 'file-type-refused or file-type-mismatch, with `actual`.' })
  @ApiUnprocessableEntityResponse({
    description: 'file-empty; file-infected: it is in quarantine, the former one stays.',
  })
  async replace(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<PatientPhoto> {
    await this.people.require(id);
    return this.photos.replace(id, await this.uploads.receive(request, PATIENT_PHOTO));
  }

  @Get()
  @Requires('patients.read')
  @RequiresUnmasked()
  @ApiOperation({ summary: 'Read the photo of a record', description: 'Ranges and If-None-Match are obeyed.' })
  @ApiOkResponse({
    description: 'The photo.',
    content: Object.fromEntries(
      PATIENT_PHOTO.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
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

  @Get('link')
  @Requires('patients.read')
  @RequiresUnmasked()
  @ApiOperation({
    summary: 'A link to the photo that needs no token',
    description: 'For `<img src>`; it works for FILES_LINK_SECONDS.',
  })
  @ApiOkResponse({ type: PhotoLink })
  @ApiConflictResponse({ description: 'file-awaits-scan or file-infected' })
  async link(@Param('id', ParseUUIDPipe) id: string): Promise<PhotoLink> {
    const { url, expiresAt } = this.files.linkTo(await this.photos.read(id), 'inline');
    return { url, expiresAt: expiresAt.toISOString() };
  }

  @Delete()
  @HttpCode(204)
  @Requires('patients.write')
  @ApiOperation({ summary: 'Take the photo out of a record' })
  @ApiNoContentResponse({ description: 'It is gone; its content is removed within minutes.' })
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.photos.remove(id);
  }
}
