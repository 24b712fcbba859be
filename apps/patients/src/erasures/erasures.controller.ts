import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { ErasurePreviews } from './erasure-preview.service.js';
import { DeclineErasure, ErasureDetail, ErasurePage, ErasurePreview, NewErasure } from './erasures.dto.js';
import { ERASURES } from './erasures.list.js';
import { PatientErasures } from './erasures.service.js';
import type { ErasureRequestRow } from './erasures.store.js';
import { presentDetail, presentPreview, presentRequest } from './present-erasure.js';

const RIGHT = 'Right: patients.erase.';
const TREATED = 'erasure-visit-open: the person is being treated.';

@ApiTags('erasures')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('patients.erase')
@Audited('patient', { params: ['id'], answer: ['patientId', 'items.patientId'] })
@Controller('patients')
export class ErasuresController {
  constructor(
    private readonly erasures: PatientErasures,
    private readonly previews: ErasurePreviews,
  ) {}

  @Get(':id/erasures/preview')
  @ApiOperation({
    summary: 'What the erasure of a person would remove, empty and keep',
    description: `PT-9. Every service does it and takes it back; nothing is changed. Up to 15 s when one is silent. ${RIGHT}`,
  })
  @ApiOkResponse({ type: ErasurePreview })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: TREATED })
  @ApiGoneResponse({ description: 'person-erased' })
  async preview(@Param('id', ParseUUIDPipe) id: string): Promise<ErasurePreview> {
    return presentPreview(await this.previews.preview(id), (moment) => this.erasures.dayOf(moment));
  }

  @Post(':id/erasures')
  @ApiOperation({
    summary: 'Ask for the erasure of a person',
    description: `PT-9, PIPL Art. 47. Nothing is erased until somebody else with the right has confirmed it. ${RIGHT}`,
  })
  @ApiCreatedResponse({ type: ErasureDetail })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: `erasure-requested: one waits for its confirmation. ${TREATED}` })
  @ApiGoneResponse({ description: 'person-erased' })
  async request(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewErasure): Promise<ErasureDetail> {
    return this.present(await this.erasures.request(id, body));
  }

  @Get('erasures')
  @ApiOperation({ summary: 'List requests to erase somebody, the latest first', description: RIGHT })
  @Lists(ERASURES)
  @ApiOkResponse({ type: ErasurePage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  async list(@Query() query: ListQuery): Promise<ErasurePage> {
    const { items, nextCursor } = await this.erasures.list(query);
    return { items: items.map(presentRequest), nextCursor };
  }

  @Get('erasures/:erasureId')
  @ApiOperation({
    summary: 'Read how far an erasure is in each service, and the answer for the person',
    description: RIGHT,
  })
  @ApiOkResponse({ type: ErasureDetail })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(@Param('erasureId', ParseUUIDPipe) erasureId: string): Promise<ErasureDetail> {
    return this.present(await this.erasures.read(erasureId));
  }

  @Post('erasures/:erasureId/confirm')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Confirm an erasure as the second person: it is carried out at once and cannot be taken back',
    description:
      'PT-9. The record, all merged into it and everything about them are erased here and in every other service. ' +
      `Medical records whose statutory term runs are sealed until it ends. ${RIGHT}`,
  })
  @ApiOkResponse({ type: ErasureDetail })
  @ApiForbiddenResponse({ description: 'The right is missing. second-person-needed: who asked cannot confirm.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: `erasure-decided: it was confirmed or declined. ${TREATED}` })
  @ApiGoneResponse({ description: 'person-erased: by another request.' })
  async confirm(@Param('erasureId', ParseUUIDPipe) erasureId: string): Promise<ErasureDetail> {
    return this.present(await this.erasures.confirm(erasureId));
  }

  @Post('erasures/:erasureId/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decline or withdraw a request, with the reason the person is told', description: RIGHT })
  @ApiOkResponse({ type: ErasureDetail })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'erasure-decided: it was confirmed or declined.' })
  async decline(
    @Param('erasureId', ParseUUIDPipe) erasureId: string,
    @Body() body: DeclineErasure,
  ): Promise<ErasureDetail> {
    return this.present(await this.erasures.decline(erasureId, body));
  }

  private async present(row: ErasureRequestRow): Promise<ErasureDetail> {
    return presentDetail(row, await this.erasures.reports(row), (moment) => this.erasures.dayOf(moment));
  }
}
