import { Audited, etagOf, expectedVersion, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
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
import { NewSensitiveTerm, SensitiveTerm, SensitiveTermChange, SensitiveTermPage } from './sensitive-terms.dto.js';
import { SENSITIVE_TERM_LIST } from './sensitive-terms.list.js';
import { SensitiveTerms } from './sensitive-terms.service.js';

const ETAG = { ETag: { description: 'Version of the term, for If-Match.', schema: { type: 'string' } } };
const FULL = 'sensitive-terms-full: `limit` of them are in use.';

@ApiTags('sensitive-terms')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@NotPersonal()
@Controller('patients/sensitive-terms')
export class SensitiveTermsController {
  constructor(private readonly terms: SensitiveTerms) {}

  @Get()
  @Requires('patients.sensitive.manage')
  @ApiOperation({
    summary: 'List what makes a result or drug sensitive',
    description:
      'PT-9. HIV, pregnancy, psychiatry and venereal disease at first; retired terms too. Who lacks the right ' +
      'patients.sensitive.read sees of such a result or drug only that there is one.',
  })
  @Lists(SENSITIVE_TERM_LIST)
  @ApiOkResponse({ type: SensitiveTermPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<SensitiveTermPage> {
    return this.terms.list(query);
  }

  @Get(':id')
  @Requires('patients.sensitive.manage')
  @ApiOperation({ summary: 'Read a sensitive term', description: 'PT-9.' })
  @ApiOkResponse({ type: SensitiveTerm, headers: ETAG })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SensitiveTerm> {
    return tagged(await this.terms.read(id), reply);
  }

  @Post()
  @Audited('sensitive-term')
  @Requires('patients.sensitive.manage')
  @ApiOperation({
    summary: 'Call something sensitive',
    description:
      'PT-9. Counts at once and everywhere, also for results and drugs that are there already; the audit has it. ' +
      'Events that were emitted before are not taken back.',
  })
  @ApiCreatedResponse({ type: SensitiveTerm, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiConflictResponse({
    description: `sensitive-term-exists, with its \`id\`: a retired one is brought back. ${FULL}`,
  })
  async add(@Body() body: NewSensitiveTerm, @Res({ passthrough: true }) reply: FastifyReply): Promise<SensitiveTerm> {
    return tagged(await this.terms.add(body), reply);
  }

  @Patch(':id')
  @Audited('sensitive-term', { params: ['id'] })
  @Requires('patients.sensitive.manage')
  @ApiOperation({
    summary: 'Retire a sensitive term, bring it back, or say better what it stands for',
    description:
      'PT-9. A retired term makes nothing sensitive any more, also of what is there already; the audit has before and ' +
      'after. Kind and term never change: retire it and add another.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' })
  @ApiOkResponse({ type: SensitiveTerm, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: FULL })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SensitiveTermChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SensitiveTerm> {
    return tagged(await this.terms.change(id, body, expectedVersion(ifMatch)), reply);
  }
}

function tagged(term: SensitiveTerm, reply: FastifyReply): SensitiveTerm {
  void reply.header('etag', etagOf(term.version));
  return term;
}
