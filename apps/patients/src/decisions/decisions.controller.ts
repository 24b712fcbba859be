import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Decision, DecisionPage, NewConsent, NewState, PatientStanding } from './decisions.dto.js';
import { DECISIONS } from './decisions.list.js';
import { DecisionQueries, presentDecision } from './decisions.queries.js';
import { Decisions } from './decisions.service.js';

@ApiTags('consents')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'] })
@Controller('patients/:id')
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly queries: DecisionQueries,
  ) {}

  @Post('consents')
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Record that a patient allows a use of the data, or withdraws it',
    description: 'PT-9. Every service obeys at once; what was lawful before stays so. Nothing recorded is ever edited.',
  })
  @ApiCreatedResponse({ type: Decision })
  @ApiBadRequestResponse({
    description:
      'validation-failed: without or with too weak a legal basis, a child without a guardian, a date to come.',
  })
  async consent(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewConsent): Promise<Decision> {
    return presentDecision(await this.decisions.consent(id, body));
  }

  @Post('states')
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Record that a patient is cured, or must not be contacted, or no longer',
    description:
      'PT-11. do-not-contact ends the follow-up plans that run and keeps new ones from running; cured ends those of the stays before it.',
  })
  @ApiCreatedResponse({ type: Decision })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  async state(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewState): Promise<Decision> {
    return presentDecision(await this.decisions.state(id, body));
  }

  @Get('standing')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'What a patient allows now, and which states hold',
    description: 'PT-9, PT-11. Of a merged record: what holds for the one that answers for it.',
  })
  @ApiOkResponse({ type: PatientStanding })
  standing(@Param('id', ParseUUIDPipe) id: string): Promise<PatientStanding> {
    return this.queries.standing(id);
  }

  @Get('decisions')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'Everything a patient allowed, withdrew or asked for, the last recorded first',
    description: 'PT-9, PT-11. Those of merged records too.',
  })
  @Lists(DECISIONS)
  @ApiOkResponse({ type: DecisionPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  history(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<DecisionPage> {
    return this.queries.history(id, query);
  }
}
