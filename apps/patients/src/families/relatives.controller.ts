import { Audited, etagOf, expectedVersion, ListQuery, Lists, Requires } from '#platform';
import {
  Body,
  Controller,
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
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RecipientsQuery, RecipientsView } from './recipients.dto.js';
import { NamedByPage, NewRelative, RelativeChange, RelativeEnd, RelativePage, RelativeView } from './relatives.dto.js';
import { NAMED_BY, RELATIVES } from './relatives.list.js';
import { RelativeQueries } from './relatives.queries.js';
import { Relatives } from './relatives.service.js';

const ETAG = { ETag: { description: 'Version of the entry, for If-Match.', schema: { type: 'string' } } } as const;
const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' };
const LIST_FAULTS = 'validation-failed, also for a filter, sort or cursor that is none.';
const ENDED = { description: 'relative-ended: with `endedAt`; name the relative anew.' };

@ApiTags('families')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'], answer: ['relativePatientId', 'items.relativePatientId'] })
@Controller('patients/:id')
export class RelativesController {
  constructor(
    private readonly relatives: Relatives,
    private readonly queries: RelativeQueries,
  ) {}

  @Post('relatives')
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Name a relative who gets copies of messages, or a guardian of a child',
    description:
      'PT-7. A patient by id, anybody else by name and phone. Of a child everything goes to the guardians instead, and ' +
      'the child’s own phone is not used. The other services hear of it in the same moment.',
  })
  @ApiCreatedResponse({ type: RelativeView, headers: ETAG })
  @ApiBadRequestResponse({
    description:
      'validation-failed: oneself, somebody unknown or dead, a phone that is none, a guardian of an adult, a child as a ' +
      'guardian, consent by the wrong person, an end before the beginning.',
  })
  @ApiConflictResponse({
    description:
      'relative-merged: name `patientId` instead. relative-exists: with `relativeId`. too-many-relatives: FAMILY_MOST_RELATIVES ' +
      'count already. relatives-circle: somebody would descend from himself. patient-deceased.',
  })
  async name(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewRelative,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RelativeView> {
    return tagged(await this.relatives.name(id, body), reply);
  }

  @Get('relatives')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'List the relatives a patient named, also those that ended, the last one first',
    description: 'PT-7. Those named under merged records too; those that count by `filter=endedAt eq null`.',
  })
  @Lists(RELATIVES)
  @ApiOkResponse({ type: RelativePage })
  @ApiBadRequestResponse({ description: LIST_FAULTS })
  list(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<RelativePage> {
    return this.queries.ofPatient(id, query);
  }

  @Get('relatives/:relativeId')
  @Requires('patients.read')
  @ApiOperation({ summary: 'Read one relative with every word said on it', description: 'PT-7' })
  @ApiOkResponse({ type: RelativeView, headers: ETAG })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('relativeId', ParseUUIDPipe) relativeId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RelativeView> {
    return tagged(await this.queries.read(id, relativeId), reply);
  }

  @Patch('relatives/:relativeId')
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Change what a relative gets, and until when',
    description:
      'PT-7. With the word of the patient again, or the guardian’s. Fields left out stay as they are; what was said is kept.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: RelativeView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiConflictResponse(ENDED)
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('relativeId', ParseUUIDPipe) relativeId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: RelativeChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RelativeView> {
    return tagged(await this.relatives.change(id, relativeId, body, expectedVersion(ifMatch)), reply);
  }

  @Post('relatives/:relativeId/end')
  @HttpCode(200)
  @Requires('patients.write')
  @ApiOperation({
    summary: 'End a relative: nothing goes there any more',
    description: 'PT-7. At any time, by the patient, a guardian, or the relative, who need give no reason.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: RelativeView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiConflictResponse(ENDED)
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('relativeId', ParseUUIDPipe) relativeId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: RelativeEnd,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RelativeView> {
    return tagged(await this.relatives.end(id, relativeId, body, expectedVersion(ifMatch)), reply);
  }

  @Get('named-by')
  @Requires('patients.read')
  @Audited('patient', { params: ['id'], answer: ['items.patientId'] })
  @ApiOperation({
    summary: 'List the patients who named this one, as a guardian or for copies',
    description: 'PT-7. Of whom somebody is guardian: `filter=guardian eq true and endedAt eq null`.',
  })
  @Lists(NAMED_BY)
  @ApiOkResponse({ type: NamedByPage })
  @ApiBadRequestResponse({ description: LIST_FAULTS })
  namedBy(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<NamedByPage> {
    return this.queries.naming(id, query);
  }

  @Get('recipients')
  @Requires('patients.read')
  @Audited('patient', { params: ['id'], answer: ['recipients.patientId', 'suppressed.patientId'] })
  @ApiOperation({
    summary: 'Who would get a message about a patient now, and why; who would not, and why not',
    description:
      'PT-7, PT-9, PT-11. self, copy, or guardian-instead-of-child. `nobody` says why nothing may be sent: a child for ' +
      'whom no guardian is named who may be written to.',
  })
  @ApiOkResponse({ type: RecipientsView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  recipients(@Param('id', ParseUUIDPipe) id: string, @Query() { kind }: RecipientsQuery): Promise<RecipientsView> {
    return this.queries.recipients(id, kind);
  }
}

function tagged(relative: RelativeView, reply: FastifyReply): RelativeView {
  void reply.header('etag', etagOf(relative.version));
  return relative;
}
