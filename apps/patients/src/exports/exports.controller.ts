import { Audited, languageOf, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { ExportLink, NewExport, PatientExport, PatientExportPage } from './exports.dto.js';
import { EXPORTS } from './exports.list.js';
import { Exports } from './exports.service.js';
import type { ExportRow } from './exports.store.js';

const RIGHT = 'Right: patients.export.';

@ApiTags('patients')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('patients.export')
@Audited('patient-export', { params: ['id'], answer: ['id'] })
@Controller('patients/exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Export patients into a file',
    description:
      'Those that the same criteria find in the list, or all, as CSV or XLSX with Chinese titles (English ones for ' +
      'Accept-Language: en), made in the background (PT-8). Masked unless the caller has the right personal.unmasked; ' +
      `a file in full comes back in by POST /patients/imports and changes nothing. ${RIGHT}`,
  })
  @ApiAcceptedResponse({ type: PatientExport })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  async order(@Body() body: NewExport, @Headers('accept-language') wanted?: string): Promise<PatientExport> {
    return present(await this.exports.order(body, languageOf(wanted)));
  }

  @Get()
  @ApiOperation({ summary: 'List exports of patients, newest first', description: RIGHT })
  @Lists(EXPORTS)
  @ApiOkResponse({ type: PatientExportPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  async list(@Query() query: ListQuery): Promise<PatientExportPage> {
    const { items, nextCursor } = await this.exports.list(query);
    return { items: items.map(present), nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read how far an export is', description: RIGHT })
  @ApiOkResponse({ type: PatientExport })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<PatientExport> {
    return present(await this.exports.read(id));
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
}

function present({
  id,
  state,
  format,
  unmasked,
  lines,
  failure,
  fileId,
  requestedBy,
  ...times
}: ExportRow): PatientExport {
  return {
    ...{ id, state, format, unmasked, lines, failure, requestedBy, hasFile: fileId !== null },
    createdAt: times.createdAt.toISOString(),
    finishedAt: times.finishedAt?.toISOString() ?? null,
  };
}
