import { Audited, etagOf, expectedVersion, ListQuery, Lists, Requires } from '#platform';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PatientPage } from '../people/patient.dto.js';
import { PATIENTS } from '../people/people.list.js';
import {
  NewSegment,
  Segment,
  SegmentChange,
  SegmentCount,
  SegmentDraft,
  SegmentPage,
  SegmentPreview,
} from './segments.dto.js';
import { SEGMENTS } from './segments.list.js';
import { Segments } from './segments.service.js';

const ETAG = { ETag: { description: 'Version of the segment, for If-Match.', schema: { type: 'string' } } };
const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' };
const FAULTS = 'validation-failed: `field` is a JSON pointer to the place in the filter.';

@ApiTags('segments')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({
  description:
    'The right is missing; with personal.unmasked as `right`: the filter names sex, age or district, and the people would be told by it.',
})
@Audited('segment', { params: ['id'] })
@Controller('patients/segments')
export class SegmentsController {
  constructor(private readonly segments: Segments) {}

  @Get()
  @Requires('patients.read')
  @ApiOperation({ summary: 'List segments', description: 'PT-4. Saved filters over tags, visits and facts.' })
  @Lists(SEGMENTS)
  @ApiOkResponse({ type: SegmentPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<SegmentPage> {
    return this.segments.list(query);
  }

  @Post()
  @Requires('patients.segments.manage')
  @ApiOperation({ summary: 'Save a segment', description: 'PT-4. Who is in it is asked each time.' })
  @ApiCreatedResponse({ type: Segment, headers: ETAG })
  @ApiBadRequestResponse({ description: FAULTS })
  async add(@Body() body: NewSegment, @Res({ passthrough: true }) reply: FastifyReply): Promise<Segment> {
    return tagged(await this.segments.add(body), reply);
  }

  @Post('preview')
  @HttpCode(200)
  @Requires('patients.read')
  @Audited('patient', { answer: ['items.id'] })
  @ApiOperation({ summary: 'Try a filter without saving it', description: 'PT-4. How many, and the first 20.' })
  @ApiOkResponse({ type: SegmentPreview })
  @ApiBadRequestResponse({ description: FAULTS })
  preview(@Body() { filter }: SegmentDraft): Promise<SegmentPreview> {
    return this.segments.preview(filter);
  }

  @Get(':id')
  @Requires('patients.read')
  @ApiOperation({ summary: 'Read a segment', description: 'PT-4.' })
  @ApiOkResponse({ type: Segment, headers: ETAG })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Segment> {
    return tagged(await this.segments.read(id), reply);
  }

  @Patch(':id')
  @Requires('patients.segments.manage')
  @ApiOperation({ summary: 'Rename a segment or change its filter', description: 'PT-4.' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: Segment, headers: ETAG })
  @ApiBadRequestResponse({ description: `${FAULTS} Or if-match-malformed.` })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SegmentChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Segment> {
    return tagged(await this.segments.change(id, body, expectedVersion(ifMatch)), reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('patients.segments.manage')
  @ApiOperation({ summary: 'Delete a segment', description: 'PT-4. The people stay.' })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiBadRequestResponse({ description: 'if-match-malformed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({
    description: 'segment-in-use: open communities are for it; `communities` has id, nameZh and nameEn of each.',
  })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  remove(@Param('id', ParseUUIDPipe) id: string, @Headers('if-match') ifMatch: string | undefined): Promise<void> {
    return this.segments.remove(id, expectedVersion(ifMatch));
  }

  @Get(':id/count')
  @Requires('patients.read')
  @ApiOperation({ summary: 'How many people are in a segment now', description: 'PT-4.' })
  @ApiOkResponse({ type: SegmentCount })
  @ApiNotFoundResponse({ description: 'not-found' })
  async count(@Param('id', ParseUUIDPipe) id: string): Promise<SegmentCount> {
    return { count: await this.segments.count(id) };
  }

  @Get(':id/members')
  @Requires('patients.read')
  @Audited('patient', { answer: ['items.id'] })
  @ApiOperation({ summary: 'The people in a segment now', description: 'PT-4. Masked as every list of patients.' })
  @Lists(PATIENTS)
  @ApiOkResponse({ type: PatientPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  members(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<PatientPage> {
    return this.segments.members(id, query);
  }
}

function tagged(segment: Segment, reply: FastifyReply): Segment {
  void reply.header('etag', etagOf(segment.version));
  return segment;
}
