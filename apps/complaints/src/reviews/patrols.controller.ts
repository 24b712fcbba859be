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
import {
  NewPlatform,
  PatrolFindings,
  PatrolPage,
  PatrolView,
  PlatformChange,
  PlatformPage,
  PlatformView,
} from './patrols.dto.js';
import { Patrols } from './patrols.service.js';
import { Platforms } from './platforms.service.js';
import { PATROLS, PLATFORMS } from './reviews.list.js';

const ETAG = { ETag: { description: 'Version of the platform, for If-Match.', schema: { type: 'string' } } };

@ApiTags('reviews')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('patrol', { params: ['id', 'code'] })
@Controller('complaints')
export class PatrolsController {
  constructor(
    private readonly patrols: Patrols,
    private readonly platforms: Platforms,
  ) {}

  @Get('review-patrols')
  @Requires('reviews.handle')
  @NotPersonal()
  @ApiOperation({ summary: 'List patrols of platforms', description: 'CP-6. One a platform and day.' })
  @Lists(PATROLS)
  @ApiOkResponse({ type: PatrolPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<PatrolPage> {
    return this.patrols.list(query);
  }

  @Post('review-patrols/:id/done')
  @HttpCode(200)
  @Requires('reviews.handle')
  @ApiOperation({
    summary: 'Record that a platform was looked through',
    description: 'CP-6. Also after its day, when it is late and was reported. What was found is recorded as reviews.',
  })
  @ApiOkResponse({ type: PatrolView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'patrol-done: somebody was faster, see `doneAt`.' })
  done(@Param('id', ParseUUIDPipe) id: string, @Body() body: PatrolFindings): Promise<PatrolView> {
    return this.patrols.done(id, body);
  }

  @Get('review-platforms')
  @Requires('reviews.handle')
  @NotPersonal()
  @ApiOperation({ summary: 'List platforms with reviews', description: 'CP-6. The hospital’s own data.' })
  @Lists(PLATFORMS)
  @ApiOkResponse({ type: PlatformPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  listPlatforms(@Query() query: ListQuery): Promise<PlatformPage> {
    return this.platforms.list(query);
  }

  @Post('review-platforms')
  @Requires('complaints.manage')
  @ApiOperation({ summary: 'Add a platform', description: 'CP-6. It is looked through from today on.' })
  @ApiCreatedResponse({ type: PlatformView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiConflictResponse({ description: 'platform-taken: there is one of this code.' })
  async add(@Body() body: NewPlatform, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlatformView> {
    return tagged(await this.platforms.add(body), reply);
  }

  @Patch('review-platforms/:code')
  @Requires('complaints.manage')
  @ApiOperation({ summary: 'Change a platform, or look through it no more', description: 'CP-6. Its reviews stay.' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read, in quotes.', example: '"1"' })
  @ApiOkResponse({ type: PlatformView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PlatformChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlatformView> {
    return tagged(await this.platforms.change(code, body, expectedVersion(ifMatch)), reply);
  }
}

function tagged(platform: PlatformView, reply: FastifyReply): PlatformView {
  void reply.header('etag', etagOf(platform.version));
  return platform;
}
