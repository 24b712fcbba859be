import { Audited, expectedVersion, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiGoneResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { NewPraise, NewPraiseDecision, Praise, PraisePage, PraiseRewardPage } from './praise.dto.js';
import { PRAISE_REWARDS, PRAISES } from './praise.list.js';
import { PraiseService } from './praise.service.js';

@ApiTags('praise')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('praise', { params: ['id'], answer: ['id', 'items.id'] })
@Controller('complaints/praise')
export class PraiseController {
  constructor(private readonly praise: PraiseService) {}

  @Get()
  @Requires('complaints.read')
  @ApiOperation({ summary: 'List praise', description: 'CP-7. The newest first. Right: complaints.read.' })
  @Lists(PRAISES)
  @ApiOkResponse({ type: PraisePage })
  list(@Query() query: ListQuery): Promise<PraisePage> {
    return this.praise.list(query);
  }

  @Get('rewards')
  @Requires('awards.read')
  @ApiOperation({
    summary: 'List the rewards of approved praise, for finance',
    description: 'CP-7. The newest approval first. Right: awards.read.',
  })
  @Lists(PRAISE_REWARDS)
  @ApiOkResponse({ type: PraiseRewardPage })
  rewards(@Query() query: ListQuery): Promise<PraiseRewardPage> {
    return this.praise.rewards(query);
  }

  @Get(':id')
  @Requires('complaints.read')
  @ApiOperation({ summary: 'Read a letter of praise or a banner', description: 'CP-7. Right: complaints.read.' })
  @ApiOkResponse({ type: Praise })
  @ApiNotFoundResponse({ description: 'not-found' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<Praise> {
    return this.praise.read(id);
  }

  @Post()
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Record a letter of praise or a banner',
    description: 'CP-7. Right: complaints.handle. Emits complaints.praise.recorded.v1.',
  })
  @ApiCreatedResponse({ type: Praise })
  @ApiGoneResponse({ description: 'person-erased: the patient was erased on request (PT-9).' })
  record(@Body() body: NewPraise): Promise<Praise> {
    return this.praise.record(body);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Requires('praise.approve')
  @ApiOperation({
    summary: 'Approve or decline praise',
    description:
      'CP-7, once, for the general manager. Right: praise.approve. Emits complaints.praise.approved.v1 or complaints.praise.declined.v1.',
  })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"', description: 'The version that was read.' })
  @ApiOkResponse({ type: Praise })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'praise-decided' })
  @ApiPreconditionFailedResponse({ description: 'version-conflict' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: NewPraiseDecision,
  ): Promise<Praise> {
    return this.praise.decide(id, expectedVersion(ifMatch), body);
  }
}
