import { Audited, etagOf, expectedVersion, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
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
import { FactsChange, RecordedFacts, Referrals } from './facts.dto.js';
import { FactQueries } from './facts.queries.js';
import { Facts } from './facts.service.js';

const ETAG = { ETag: { description: 'Version of the facts, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('patient facts')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'], answer: ['patientId', 'recent.patientId'] })
@Controller('patients/:id')
export class FactsController {
  constructor(
    private readonly facts: Facts,
    private readonly queries: FactQueries,
  ) {}

  @Get('facts')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'Read what is known of a patient: allergies, blood type, conditions, contacts, cards, source, stage',
    description: 'PT-1. What was said of merged records too: an allergy of either is one.',
  })
  @ApiOkResponse({ type: RecordedFacts, headers: ETAG })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedFacts> {
    return tagged(await this.queries.read(id), reply);
  }

  @Patch('facts')
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Change what is known of a patient',
    description: 'PT-1. Fields left out stay as they are, null deletes, lists are given whole. Nothing said is lost.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"48213377"' })
  @ApiOkResponse({ type: RecordedFacts, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read, also by a merge.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: FactsChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedFacts> {
    return tagged(await this.facts.change(id, body, expectedVersion(ifMatch)), reply);
  }

  @Get('referrals')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'Count the patients somebody referred',
    description: 'PT-1. Of each the last word on the source counts; two records of one person count once.',
  })
  @ApiOkResponse({ type: Referrals })
  referrals(@Param('id', ParseUUIDPipe) id: string): Promise<Referrals> {
    return this.queries.referrals(id);
  }
}

function tagged(facts: RecordedFacts, reply: FastifyReply): RecordedFacts {
  void reply.header('etag', etagOf(facts.version));
  return facts;
}
