import { Audited, etagOf, expectedVersion, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
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
import { DrawsQuery, NewSurveyRule, SurveyDraws, SurveyRule, SurveyRuleChange, SurveyRules } from './surveys.dto.js';
import { SurveysService } from './surveys.service.js';

const ETAG = { ETag: { description: 'Version of the rule, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('follow-up surveys')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Controller('follow-up/surveys/rules')
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  @Get()
  @NotPersonal()
  @Requires('follow-up.statistics.read')
  @ApiOperation({
    summary: 'List the rules by which visits are drawn for surveys',
    description: 'FU-10. Needs the right follow-up.statistics.read.',
  })
  @ApiOkResponse({ type: SurveyRules })
  async list(): Promise<SurveyRules> {
    return { items: await this.surveys.list() };
  }

  @Post()
  @Audited('survey-rule', { answer: ['id'] })
  @Requires('follow-up.surveys.manage')
  @ApiOperation({
    summary: 'Draw a share of visits for a survey from now on',
    description:
      'FU-10. Needs the right follow-up.surveys.manage. Each visit is drawn or not by a hash of rule and visit, once; ' +
      'who died, may not be contacted or was drawn lately is left out.',
  })
  @ApiCreatedResponse({ type: SurveyRule, headers: ETAG })
  async create(@Body() body: NewSurveyRule, @Res({ passthrough: true }) reply: FastifyReply): Promise<SurveyRule> {
    return tagged(await this.surveys.create(body), reply);
  }

  @Put(':id')
  @Audited('survey-rule', { params: ['id'] })
  @Requires('follow-up.surveys.manage')
  @ApiOperation({
    summary: 'Change a rule, or stop it',
    description:
      'FU-10. Needs the right follow-up.surveys.manage. Concerns visits from now on: who was drawn stays drawn.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: SurveyRule, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such rule.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SurveyRuleChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SurveyRule> {
    return tagged(await this.surveys.change(id, expectedVersion(ifMatch), body), reply);
  }

  @Get(':id/draws')
  @NotPersonal()
  @Requires('follow-up.statistics.read')
  @ApiOperation({
    summary: 'Count whom a rule drew, left out and why, and who answered',
    description: 'FU-10. Needs the right follow-up.statistics.read. By the day of the draw.',
  })
  @ApiOkResponse({ type: SurveyDraws })
  @ApiNotFoundResponse({ description: 'There is no such rule.' })
  draws(@Param('id', ParseUUIDPipe) id: string, @Query() period: DrawsQuery): Promise<SurveyDraws> {
    return this.surveys.draws(id, period);
  }
}

function tagged(rule: SurveyRule, reply: FastifyReply): SurveyRule {
  void reply.header('etag', etagOf(rule.version));
  return rule;
}
