import { Audited, expectedVersion, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiQuery,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Award, BonusVetoes, Eligibility, NewAwardProposal } from './awards.dto.js';
import { Awards } from './awards.service.js';
import { EligibilityOf } from './eligibility.js';

const PERIOD = { name: 'period', example: '2026-Q1', description: 'A quarter, or a year: 2026.' };

@ApiTags('awards')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('award', { params: ['period'], query: ['month'] })
@Controller('complaints')
export class AwardsController {
  constructor(
    private readonly awards: Awards,
    private readonly eligibility: EligibilityOf,
  ) {}

  @Get('awards/:period/eligibility')
  @Requires('awards.read')
  @ApiOperation({
    summary: 'Who may be satisfied department or person of a quarter or a year',
    description:
      'CP-8. Valid complaints, dated by receipt, take it away of a quarter and are flagged of a year. Disputes, and what was told in confidence, are named to those who may see them, to others by their day alone. Right: awards.read.',
  })
  @ApiParam(PERIOD)
  @ApiOkResponse({ type: Eligibility })
  eligible(@Param('period') period: string): Promise<Eligibility> {
    return this.eligibility.read(period);
  }

  @Get('awards/:period')
  @Requires('awards.read')
  @ApiOperation({
    summary: 'Read the proposal or the result of a quarter or a year',
    description: 'CP-8. A complaint that was confirmed later is named beside whom it concerns. Right: awards.read.',
  })
  @ApiParam(PERIOD)
  @ApiOkResponse({ type: Award })
  @ApiNotFoundResponse({ description: 'not-found: nobody was proposed yet.' })
  read(@Param('period') period: string): Promise<Award> {
    return this.awards.read(period);
  }

  @Post('awards/:period/proposal')
  @HttpCode(200)
  @Requires('complaints.manage')
  @ApiOperation({
    summary: 'Propose who is awarded',
    description: 'CP-8, once the period has ended; in place of the proposal before. Right: complaints.manage.',
  })
  @ApiParam(PERIOD)
  @ApiOkResponse({ type: Award })
  @ApiConflictResponse({
    description:
      'award-period-running, award-approved; award-ineligible, of a quarter, with whom and the tickets that did it.',
  })
  propose(@Param('period') period: string, @Body() body: NewAwardProposal): Promise<Award> {
    return this.awards.propose(period, body);
  }

  @Post('awards/:period/approve')
  @HttpCode(200)
  @Requires('praise.approve')
  @ApiOperation({
    summary: 'Approve a proposal: it is the result',
    description: 'CP-8, for the general manager. Right: praise.approve. Emits complaints.award.published.v1.',
  })
  @ApiParam(PERIOD)
  @ApiHeader({ name: 'If-Match', required: true, example: '"1"', description: 'The version that was read.' })
  @ApiOkResponse({ type: Award })
  @ApiNotFoundResponse({ description: 'not-found: nobody was proposed yet.' })
  @ApiConflictResponse({ description: 'award-approved; award-ineligible, of a quarter.' })
  @ApiPreconditionFailedResponse({ description: 'version-conflict' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  approve(@Param('period') period: string, @Headers('if-match') ifMatch: string | undefined): Promise<Award> {
    return this.awards.approve(period, expectedVersion(ifMatch));
  }

  @Get('bonus-vetoes')
  @Requires('awards.read')
  @ApiOperation({
    summary: 'Whose experience bonus of a month is nothing',
    description:
      'CP-8, CC-11. For the pay sheet, with the tickets that did it; those that the caller may not see by their day alone. Right: awards.read.',
  })
  @ApiQuery({ name: 'month', example: '2026-03', required: true })
  @ApiOkResponse({ type: BonusVetoes })
  bonusVetoes(@Query('month') month: string): Promise<BonusVetoes> {
    return this.eligibility.bonusVetoes(month);
  }
}
