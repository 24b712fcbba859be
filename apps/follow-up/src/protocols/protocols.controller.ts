import { Audited, etagOf, expectedVersion, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
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
import { RunningPlans } from '../plans/running-plans.js';
import { Preview, PreviewRequest } from './preview.dto.js';
import { Previews } from './previews.service.js';
import { ProtocolDrafts } from './protocol-drafts.service.js';
import type { ProtocolEntity } from './protocol.entity.js';
import {
  FollowedPlans,
  NewProtocol,
  Protocol,
  ProtocolCodeParams,
  ProtocolDraft,
  ProtocolList,
  ProtocolVersionParams,
} from './protocols.dto.js';
import { presentProtocol } from './protocols.query.js';
import { ProtocolsService } from './protocols.service.js';

const ETAG = { ETag: { description: 'Revision, for If-Match.', schema: { type: 'string' } } } as const;
const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } };
const FAULTS =
  'validation-failed: each `field` of the document is a JSON pointer, for instance /definition/steps/0/window/toDay.';

@ApiTags('follow-up protocols')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('follow-up/protocols')
export class ProtocolsController {
  constructor(
    private readonly protocols: ProtocolsService,
    private readonly drafts: ProtocolDrafts,
    private readonly previews: Previews,
    private readonly running: RunningPlans,
  ) {}

  @Get()
  @NotPersonal()
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'List follow-up protocols', description: 'Every version, newest first.' })
  @ApiOkResponse({ type: ProtocolList })
  async list(): Promise<ProtocolList> {
    return { items: (await this.protocols.list()).map(presentProtocol) };
  }

  @Post()
  @Audited('protocol', { answer: ['code'] })
  @Requires('follow-up.protocols.manage')
  @ApiOperation({
    summary: 'Draft a follow-up protocol',
    description: 'FU-5. Version 1, as a draft: it makes no plans before it is published.',
  })
  @ApiCreatedResponse({ type: Protocol, headers: ETAG })
  @ApiBadRequestResponse({ description: FAULTS })
  @ApiConflictResponse({ description: 'protocol-exists: the code is taken.' })
  async add(@Body() body: NewProtocol, @Res({ passthrough: true }) reply: FastifyReply): Promise<Protocol> {
    return tagged(await this.drafts.add(body), reply);
  }

  @Post(':code/versions')
  @Audited('protocol', { params: ['code'] })
  @Requires('follow-up.protocols.manage')
  @ApiOperation({
    summary: 'Draft the next version of a protocol',
    description: 'FU-5. It begins as the newest version is. There is at most one draft.',
  })
  @ApiCreatedResponse({ type: Protocol, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed.' })
  @ApiNotFoundResponse({ description: 'There is no such protocol.' })
  @ApiConflictResponse({ description: 'protocol-draft-exists, with its `protocolVersion`.' })
  async addVersion(
    @Param() { code }: ProtocolCodeParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Protocol> {
    return tagged(await this.drafts.addVersion(code), reply);
  }

  @Get(':code/versions/:version')
  @NotPersonal()
  @Requires('follow-up.read')
  @ApiOperation({
    summary: 'Read one version of a protocol',
    description: 'Once published its document never changes.',
  })
  @ApiOkResponse({ type: Protocol, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed.' })
  @ApiNotFoundResponse({ description: 'There is no such version.' })
  async read(
    @Param() { code, version }: ProtocolVersionParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Protocol> {
    return tagged(await this.protocols.read(code, version), reply);
  }

  @Put(':code/versions/:version')
  @Audited('protocol', { params: ['code'] })
  @Requires('follow-up.protocols.manage')
  @ApiOperation({ summary: 'Rewrite the draft of a protocol', description: 'FU-5. Published versions never change.' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: Protocol, headers: ETAG })
  @ApiBadRequestResponse({ description: FAULTS })
  @ApiNotFoundResponse({ description: 'There is no such version.' })
  @ApiConflictResponse({ description: 'protocol-status: it is no draft; with its `protocolStatus`.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async change(
    @Param() { code, version }: ProtocolVersionParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ProtocolDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Protocol> {
    return tagged(await this.drafts.change(code, version, expectedVersion(ifMatch), body), reply);
  }

  @Post(':code/versions/:version/publish')
  @HttpCode(200)
  @Audited('protocol', { params: ['code'] })
  @Requires('follow-up.protocols.manage')
  @ApiOperation({
    summary: 'Publish the draft of a protocol',
    description:
      'FU-5. New plans are made by it from now on, and the version before retires. Running plans keep theirs.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: Protocol, headers: ETAG })
  @ApiBadRequestResponse({ description: `${FAULTS} questionnaire-unpublished: it asks what cannot be asked yet.` })
  @ApiNotFoundResponse({ description: 'There is no such version.' })
  @ApiConflictResponse({ description: 'protocol-status: it is no draft; with its `protocolStatus`.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async publish(
    @Param() { code, version }: ProtocolVersionParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Protocol> {
    return tagged(await this.drafts.publish(code, version, expectedVersion(ifMatch)), reply);
  }

  @Post(':code/versions/:version/preview')
  @HttpCode(200)
  @NotPersonal()
  @Requires('follow-up.read')
  @ApiOperation({
    summary: 'Preview the dates a protocol gives',
    description:
      'FU-5. For a discharge, operation … at the moment given, with the reason for each date, and which contacts become one beside other plans (FU-3). Stores nothing; drafts can be previewed, too.',
  })
  @ApiOkResponse({ type: Preview })
  @ApiBadRequestResponse({ description: 'validation-failed.' })
  @ApiNotFoundResponse({ description: 'There is no such version.' })
  preview(@Param() { code, version }: ProtocolVersionParams, @Body() body: PreviewRequest): Promise<Preview> {
    return this.previews.preview(code, version, body);
  }

  @Post(':code/versions/:version/apply-to-running')
  @HttpCode(200)
  @Audited('protocol', { params: ['code'] })
  @Requires('follow-up.protocols.manage')
  @ApiOperation({
    summary: 'Let running plans follow this version',
    description:
      'FU-5. Moves what running plans of the protocol have planned and not opened yet to the dates of this published version, with a line on each plan’s trail. At most 100 plans a request: ask again while `left` is above 0.',
  })
  @ApiOkResponse({ type: FollowedPlans })
  @ApiBadRequestResponse({ description: 'validation-failed.' })
  @ApiNotFoundResponse({ description: 'There is no such version.' })
  @ApiConflictResponse({ description: 'protocol-status: it is not published; with its `protocolStatus`.' })
  applyToRunning(@Param() { code, version }: ProtocolVersionParams): Promise<FollowedPlans> {
    return this.running.follow(code, version);
  }

  @Post(':code/versions/:version/retire')
  @HttpCode(200)
  @Audited('protocol', { params: ['code'] })
  @Requires('follow-up.protocols.manage')
  @ApiOperation({
    summary: 'Retire a published protocol',
    description: 'FU-5. It makes no plans any more; those it made run on.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: Protocol, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed.' })
  @ApiNotFoundResponse({ description: 'There is no such version.' })
  @ApiConflictResponse({ description: 'protocol-status: it is not published; with its `protocolStatus`.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async retire(
    @Param() { code, version }: ProtocolVersionParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Protocol> {
    return tagged(await this.drafts.retire(code, version, expectedVersion(ifMatch)), reply);
  }
}

function tagged(row: ProtocolEntity, reply: FastifyReply): Protocol {
  void reply.header('etag', etagOf(row.revision));
  return presentProtocol(row);
}
