import { Readable } from 'node:stream';
import {
  Audited,
  EventStreams,
  languageOf,
  ListQuery,
  Lists,
  NoIdempotencyKey,
  NotPersonal,
  Requires,
  Uploads,
} from '#platform';
import {
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiTags,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
  ApiUnsupportedMediaTypeResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ImportProgress } from './import-progress.js';
import { ImportReport } from './import-report.js';
import { templateFile } from './import-template.js';
import { PATIENT_IMPORT, XLSX } from './import.use.js';
import { presentImport } from './import.presenter.js';
import { IMPORTS } from './imports.list.js';
import { ImportForm, ImportTerms, PatientImport, PatientImportPage, TemplateQuery } from './imports.dto.js';
import { Imports } from './imports.service.js';

const RIGHT = 'Right: patients.import.';
const CSV_FILE = { 'text/csv': { schema: { type: 'string' as const, format: 'binary' } } };

@ApiTags('patients')
@ApiBearerAuth()
@ApiExtraModels(PatientImport)
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('patients.import')
@Audited('patient-import', { params: ['id'], answer: ['id'] })
@Controller('patients/imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly uploads: Uploads,
    private readonly report: ImportReport,
    private readonly progress: ImportProgress,
    private readonly streams: EventStreams,
  ) {}

  @Post()
  @NoIdempotencyKey('The body is a stream; the same file twice changes nothing.')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Import patients from a file',
    description:
      'Stores the file and works it in the background (PT-8); columns are told by their titles, see the template. ' +
      `A line that is not taken costs nothing else. Emits patients.import.finished.v1. ${RIGHT}`,
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportForm })
  @ApiAcceptedResponse({ type: PatientImport, description: 'Stored; watch it at its `Location`.' })
  @ApiBadRequestResponse({ description: 'validation-failed, also without a file; body-incomplete.' })
  @ApiPayloadTooLargeResponse({ description: 'file-too-large, with `maxBytes`.' })
  @ApiUnsupportedMediaTypeResponse({ description: 'file-type-refused or file-type-mismatch, with `actual`.' })
  @ApiUnprocessableEntityResponse({ description: 'file-empty; file-infected: it is in quarantine.' })
  async receive(
    @Query() terms: ImportTerms,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PatientImport> {
    this.imports.requireTerms(terms);
    const row = await this.imports.receive(await this.uploads.receive(request, PATIENT_IMPORT), terms);
    void reply.header('location', `/patients/imports/${row.id}`);
    return presentImport(row, languageOf(request.headers['accept-language']));
  }

  @Get()
  @ApiOperation({ summary: 'List imports of patients, newest first', description: RIGHT })
  @Lists(IMPORTS)
  @ApiOkResponse({ type: PatientImportPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  async list(@Query() query: ListQuery, @Headers('accept-language') wanted?: string): Promise<PatientImportPage> {
    const { items, nextCursor } = await this.imports.list(query);
    return { items: items.map((row) => presentImport(row, languageOf(wanted))), nextCursor };
  }

  @Get('template')
  @NotPersonal()
  @ApiOperation({
    summary: 'Download an empty file with the titles that an import knows',
    description: `CSV that Excel opens, or XLSX; Chinese titles, English ones for Accept-Language: en. ${RIGHT}`,
  })
  @ApiOkResponse({
    description: 'The header row.',
    content: { ...CSV_FILE, [XLSX]: { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  template(@Query() { format }: TemplateQuery, @Headers('accept-language') wanted?: string): StreamableFile {
    const isWorkbook = format === 'xlsx';
    return new StreamableFile(templateFile(languageOf(wanted), isWorkbook), {
      type: isWorkbook ? XLSX : 'text/csv; charset=utf-8',
      disposition: `attachment; filename="patients-template.${format}"`,
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read how far an import is', description: RIGHT })
  @ApiOkResponse({ type: PatientImport })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(@Param('id', ParseUUIDPipe) id: string, @Headers('accept-language') wanted?: string) {
    return presentImport(await this.imports.read(id), languageOf(wanted));
  }

  @Get(':id/stream')
  @NotPersonal()
  @ApiOperation({
    summary: 'Follow an import live',
    description:
      'Server-sent events named `progress`, each the import as it is, the name of its file withheld from ' +
      `everybody; the stream ends with it. A browser opens it with a stream ticket. ${RIGHT}`,
  })
  @ApiOkResponse({
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(PatientImport) } } },
    description: 'The data of each event, as JSON.',
  })
  @ApiNotFoundResponse({ description: 'not-found' })
  async stream(
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
    @Headers('accept-language') wanted?: string,
  ): Promise<void> {
    await this.imports.read(id);
    void this.progress.follow(id, this.streams.open(reply), languageOf(wanted));
  }

  @Get(':id/report')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    summary: 'Download the lines that were not taken',
    description: `CSV that Excel opens: line number, column and reason in Chinese and English. ${RIGHT}`,
  })
  @ApiOkResponse({ description: 'One row a fault; the header alone when every line was taken.', content: CSV_FILE })
  @ApiNotFoundResponse({ description: 'not-found' })
  async rejected(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    await this.imports.read(id);
    return new StreamableFile(Readable.from(this.report.text(id), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="import-${id}-rejected.csv"`,
    });
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel an import',
    description: `What was taken stays; nothing more is. Emits patients.import.finished.v1. ${RIGHT}`,
  })
  @ApiOkResponse({ type: PatientImport })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'import-ended' })
  async cancel(@Param('id', ParseUUIDPipe) id: string, @Headers('accept-language') wanted?: string) {
    return presentImport(await this.imports.cancel(id), languageOf(wanted));
  }
}
