import { Audited, expectedVersion, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
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
import { Measure, MeasurePage, NewMeasure, NewMeasureStep } from './measures.dto.js';
import { MEASURES } from './measures.list.js';
import { Measures } from './measures.service.js';

@ApiTags('complaint cases')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing; ticket-dispute, ticket-confidential.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('ticket', { params: ['id'], answer: ['ticketId', 'items.ticketId'] })
@Controller('complaints')
export class MeasuresController {
  constructor(private readonly measures: Measures) {}

  @Get('measures')
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'List measures of rectification',
    description: 'CP-4. What is due first comes first. Right: complaints.read.',
  })
  @Lists(MEASURES)
  @ApiOkResponse({ type: MeasurePage })
  list(@Query() query: ListQuery): Promise<MeasurePage> {
    return this.measures.list(query);
  }

  @Post('tickets/:id/case/measures')
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Plan a measure of rectification',
    description: 'CP-4. Those responsible are told when it is late. Right: complaints.handle.',
  })
  @ApiCreatedResponse({ type: Measure })
  @ApiNotFoundResponse({ description: 'not-found: there is no such ticket.' })
  @ApiConflictResponse({ description: 'not-a-complaint; case-over of a merged or stopped ticket.' })
  plan(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewMeasure): Promise<Measure> {
    return this.measures.plan(id, body);
  }

  @Post('measures/:id/steps')
  @HttpCode(200)
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Say that a measure is done, verified, refused or withdrawn',
    description: 'CP-4. Who did it does not verify it. Right: complaints.handle.',
  })
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"', description: 'The version that was read.' })
  @ApiOkResponse({ type: Measure })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'measure-transition, with what is `allowed`; measure-own-work.' })
  @ApiPreconditionFailedResponse({ description: 'version-conflict' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  step(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: NewMeasureStep,
  ): Promise<Measure> {
    return this.measures.step(id, expectedVersion(ifMatch), body);
  }
}
