import { Audited, EventStreams, languageOf, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { presentExport } from './export.presenter.js';
import { ExportLink, NewExport, PatientExport, PatientExportPage } from './exports.dto.js';
import { EXPORTS } from './exports.list.js';
import { Exports } from './exports.service.js';

const RIGHT = 'Right: patients.export.';

@ApiTags('patients')
@ApiBearerAuth()
@ApiExtraModels(PatientExport)
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('patients.export')
@Audited('patient-export', { params: ['id'], answer: ['id'] })
@Controller('patients/exports')
export class ExportsController {
  constructor(
    private readonly exports: Exports,
    private readonly streams: EventStreams,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Export patients into a file',
    description:
      'Those that the same criteria find in the list, or all, as CSV or XLSX with Chinese titles (English ones for ' +
      'Accept-Language: en), made in the background (PT-8). Masked unless the caller has the right personal.unmasked; ' +
      `a file in full comes back in by POST /patients/imports and changes nothing. Emits patients.export.finished.v1. ${RIGHT}`,
  })
  @ApiAcceptedResponse({ type: PatientExport })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  async order(@Body() body: NewExport, @Headers('accept-language') wanted?: string): Promise<PatientExport> {
    return presentExport(await this.exports.order(body, languageOf(wanted)));
  }

  @Get()
  @ApiOperation({ summary: 'List exports of patients, newest first', description: RIGHT })
  @Lists(EXPORTS)
  @ApiOkResponse({ type: PatientExportPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  async list(@Query() query: ListQuery): Promise<PatientExportPage> {
    const { items, nextCursor } = await this.exports.list(query);
    return { items: items.map(presentExport), nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read how far an export is', description: RIGHT })
  @ApiOkResponse({ type: PatientExport })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<PatientExport> {
    return presentExport(await this.exports.read(id));
  }

  @Get(':id/link')
  @ApiOperation({
    summary: 'A link to the file of an export that needs no token',
    description: `It works for FILES_LINK_SECONDS. A file in full is for those with personal.unmasked only. ${RIGHT}`,
  })
  @ApiOkResponse({ type: ExportLink })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'export-without-file: it is not made yet, failed, or was removed after a week.' })
  async link(@Param('id', ParseUUIDPipe) id: string): Promise<ExportLink> {
    const { url, expiresAt } = await this.exports.link(id);
    return { url, expiresAt: expiresAt.toISOString() };
  }

  @Get(':id/stream')
  @NotPersonal()
  @ApiOperation({
    summary: 'Follow an export live',
    description:
      'Server-sent events named `progress`, each the export as it is; the stream ends with it. A browser opens it ' +
      `with a stream ticket. ${RIGHT}`,
  })
  @ApiOkResponse({
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(PatientExport) } } },
    description: 'The data of each event, as JSON.',
  })
  @ApiNotFoundResponse({ description: 'not-found' })
  async stream(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.exports.read(id);
    void this.exports.follow(id, this.streams.open(reply));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel an export',
    description: `What is written so far is thrown away. Emits patients.export.finished.v1. ${RIGHT}`,
  })
  @ApiOkResponse({ type: PatientExport })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'export-ended' })
  async cancel(@Param('id', ParseUUIDPipe) id: string): Promise<PatientExport> {
    return presentExport(await this.exports.cancel(id));
  }
}
