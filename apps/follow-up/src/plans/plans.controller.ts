import { Audited, etagOf, expectedVersion, Lists, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
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
import { BegunPlans, NewPlans } from './at-will.dto.js';
import { PlansAtWill } from './at-will.service.js';
import { EndPlan, PlanDetail, PlanPage, PlansQuery } from './plans.dto.js';
import { PLANS } from './plans.list.js';
import { PlansService } from './plans.service.js';

const ETAG = { ETag: { description: 'Version of the plan, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('follow-up plans')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('patient', { answer: ['patientId', 'items.patientId'], query: ['patientId'] })
@Controller('follow-up/plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly atWill: PlansAtWill,
  ) {}

  @Get()
  @Requires('follow-up.read')
  @ApiOperation({
    summary: 'List follow-up plans with their tasks',
    description: 'The newest discharge, operation or visit first, unless `sort` says otherwise.',
  })
  @Lists(PLANS)
  @ApiOkResponse({ type: PlanPage })
  list(@Query() query: PlansQuery): Promise<PlanPage> {
    return this.plans.list(query);
  }

  @Post()
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'Follow patients up at will',
    description:
      'FU-11. A plan for each patient by a published protocol, counted from the moment given: after a consultation, or for a list of people. Who has died or wants no follow-up gets none, and says so. Emits follow-up.plan.created.v1.',
  })
  @ApiCreatedResponse({ type: BegunPlans })
  @ApiNotFoundResponse({ description: 'There is no such published protocol.' })
  begin(@Body() body: NewPlans): Promise<BegunPlans> {
    return this.atWill.begin(body);
  }

  @Get(':id')
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'Read a follow-up plan with its tasks and its trail' })
  @ApiOkResponse({ type: PlanDetail, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDetail> {
    return tagged(await this.plans.read(id), reply);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'End a follow-up plan early',
    description: 'Its undone tasks are cancelled with it, for good. Emits follow-up.plan.ended.v1.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: PlanDetail, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  @ApiConflictResponse({ description: 'plan-ended, with its `endReason`.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async end(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: EndPlan,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDetail> {
    return tagged(await this.plans.end(id, expectedVersion(ifMatch), body), reply);
  }
}

function tagged(plan: PlanDetail, reply: FastifyReply): PlanDetail {
  void reply.header('etag', etagOf(plan.version));
  return plan;
}
