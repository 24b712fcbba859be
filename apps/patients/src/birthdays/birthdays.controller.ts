import {
  Audited,
  Downloads,
  etagOf,
  expectedVersion,
  ListQuery,
  Lists,
  NoIdempotencyKey,
  Requires,
  RequiresUnmasked,
  Uploads,
} from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PATIENT_PHOTO } from '../photos/photo.use.js';
import { PhotoForm } from '../photos/photos.dto.js';
import { BirthdayTask, BirthdayTaskPage, PreparedGreeting } from './birthdays.dto.js';
import { BIRTHDAYS } from './birthdays.list.js';
import { Birthdays } from './birthdays.service.js';

const ETAG = { ETag: { description: 'Version of the task, for If-Match.', schema: { type: 'string' } } };
const OVER = { description: 'birthday-over: the day was told, or has passed.' };

@ApiTags('birthdays')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@RequiresUnmasked()
@Audited('patient', { answer: ['patientId', 'items.patientId'], unmasked: true })
@Controller('patients/birthdays')
export class BirthdaysController {
  constructor(
    private readonly birthdays: Birthdays,
    private readonly uploads: Uploads,
    private readonly downloads: Downloads,
  ) {}

  @Get()
  @Requires('patients.read')
  @ApiOperation({
    summary: 'List birthdays to prepare, the next first',
    description: 'PT-6. One a person and year, made BIRTHDAY_LEAD_DAYS before; none for whom nobody may contact.',
  })
  @Lists(BIRTHDAYS)
  @ApiOkResponse({ type: BirthdayTaskPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<BirthdayTaskPage> {
    return this.birthdays.list(query);
  }

  @Get(':id')
  @Requires('patients.read')
  @ApiOperation({ summary: 'Read what is prepared for a birthday', description: 'PT-6' })
  @ApiOkResponse({ type: BirthdayTask, headers: ETAG })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BirthdayTask> {
    return tagged(await this.birthdays.read(id), reply);
  }

  @Put(':id/greeting')
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Write the greeting for a birthday, signed by the doctor',
    description: 'PT-6. It may be written anew until the day is told.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' })
  @ApiOkResponse({ type: BirthdayTask, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse(OVER)
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async prepare(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PreparedGreeting,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BirthdayTask> {
    return tagged(await this.birthdays.prepare(id, expectedVersion(ifMatch), body), reply);
  }

  @Post(':id/photo')
  @NoIdempotencyKey('The body is a stream; a photo replaces the one before.')
  @Requires('patients.write')
  @ApiOperation({ summary: 'Attach a photo to a birthday greeting', description: 'PT-6. It replaces the former one.' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PhotoForm })
  @ApiCreatedResponse({ type: BirthdayTask })
  @ApiBadRequestResponse({ description: 'validation-failed without a file; body-incomplete.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse(OVER)
  @ApiPayloadTooLargeResponse({ description: 'file-too-large, with `maxBytes`.' })
  @ApiUnsupportedMediaTypeResponse({ description: 'file-type-refused or file-type-mismatch, with `actual`.' })
  @ApiUnprocessableEntityResponse({ description: 'file-empty; file-infected: it is in quarantine.' })
  async attach(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<BirthdayTask> {
    await this.birthdays.read(id);
    return this.birthdays.attach(id, await this.uploads.receive(request, PATIENT_PHOTO));
  }

  @Get(':id/photo')
  @Requires('patients.read')
  @ApiOperation({ summary: 'Read the photo of a birthday greeting', description: 'PT-6' })
  @ApiOkResponse({
    description: 'The photo.',
    content: Object.fromEntries(
      PATIENT_PHOTO.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  @ApiNotFoundResponse({ description: 'not-found: no such task, or no photo.' })
  @ApiConflictResponse({ description: 'file-awaits-scan or file-infected' })
  async photo(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(request, reply, await this.birthdays.photo(id), 'inline');
  }
}

function tagged(task: BirthdayTask, reply: FastifyReply): BirthdayTask {
  void reply.header('etag', etagOf(task.version));
  return task;
}
