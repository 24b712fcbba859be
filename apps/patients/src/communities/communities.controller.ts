import { Audited, etagOf, expectedVersion, ListQuery, Lists, NotPersonal, Requires } from '#platform';
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
import { Communities } from './communities.service.js';
import { ClosedCommunity, CommunityChange, CommunityPage, CommunityView, NewCommunity } from './communities.dto.js';
import { COMMUNITIES } from './communities.list.js';
import { Members } from './members.service.js';

const ETAG = { ETag: { description: 'Version of the community, for If-Match.', schema: { type: 'string' } } };
const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' };
const GROUP_TAKEN = 'community-group-taken: another open community has this group.';

@ApiTags('communities')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({
  description: 'The right is missing; with patients.communities.manage as `right`: somebody else is the owner.',
})
@Audited('community', { params: ['id'] })
@Controller('patients/communities')
export class CommunitiesController {
  constructor(
    private readonly communities: Communities,
    private readonly members: Members,
  ) {}

  @Get()
  @NotPersonal()
  @Requires('patients.communities.read')
  @ApiOperation({ summary: 'List communities of patients', description: 'PT-10. Closed ones too.' })
  @Lists(COMMUNITIES)
  @ApiOkResponse({ type: CommunityPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<CommunityPage> {
    return this.communities.list(query);
  }

  @Post()
  @Requires('patients.communities.manage')
  @ApiOperation({
    summary: 'Open a community of patients by disease',
    description:
      'PT-10. Whom it is for is said by tags, ICD-10 beginnings or a segment; the owner is a member of staff with an account that may look after communities. The group itself is made in its channel.',
  })
  @ApiCreatedResponse({ type: CommunityView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed: also staff, departments, tags or segments not known.' })
  @ApiConflictResponse({ description: GROUP_TAKEN })
  async add(@Body() body: NewCommunity, @Res({ passthrough: true }) reply: FastifyReply): Promise<CommunityView> {
    return tagged(await this.communities.add(body), reply);
  }

  @Get(':id')
  @NotPersonal()
  @Requires('patients.communities.read')
  @ApiOperation({ summary: 'Read a community', description: 'PT-10.' })
  @ApiOkResponse({ type: CommunityView, headers: ETAG })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommunityView> {
    return tagged(await this.communities.read(id), reply);
  }

  @Patch(':id')
  @Requires('patients.communities.write')
  @ApiOperation({
    summary: 'Change a community, its owner or its doctor’s hour',
    description: 'PT-10. By its owner, or who may manage all of them. Members stay, whomever it is for.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: CommunityView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({
    description: `${GROUP_TAKEN} community-closed. community-too-small: it has more members than that, see \`members\`.`,
  })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CommunityChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommunityView> {
    return tagged(await this.communities.change(id, body, expectedVersion(ifMatch)), reply);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires('patients.communities.manage')
  @ApiOperation({
    summary: 'Close a community',
    description: 'PT-10. Every membership ends with the reason community-closed; it does not open again.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: CommunityView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'community-closed' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async close(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { reason }: ClosedCommunity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommunityView> {
    return tagged(await this.members.close(id, reason, expectedVersion(ifMatch)), reply);
  }
}

function tagged(community: CommunityView, reply: FastifyReply): CommunityView {
  void reply.header('etag', etagOf(community.version));
  return community;
}
