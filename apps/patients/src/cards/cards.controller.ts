import { Audited, etagOf, expectedVersion, Requires } from '#platform';
import { Body, Controller, Headers, Param, ParseUUIDPipe, Patch, Post, Res } from '@nestjs/common';
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
import { CardChange, MembershipCardView, NewCard } from './cards.dto.js';
import { CardQueries } from './cards.queries.js';
import { Cards } from './cards.service.js';

const ETAG = { ETag: { description: 'Version of the card, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('patient facts')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'], answer: ['patientId'] })
@Requires('patients.write')
@Controller('patients/:id/cards')
export class CardsController {
  constructor(
    private readonly cards: Cards,
    private readonly queries: CardQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Issue a membership card to a patient',
    description: 'PT-1. The number belongs to one card only; the patient is found by it.',
  })
  @ApiCreatedResponse({ type: MembershipCardView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiConflictResponse({ description: 'card-exists: another card has the number; with its `patientId`.' })
  async issue(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewCard,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MembershipCardView> {
    return tagged(this.queries.viewOf(await this.cards.issue(id, body)), reply);
  }

  @Patch(':cardId')
  @ApiOperation({
    summary: 'Change level, validity or benefits of a membership card',
    description: 'PT-1. Fields left out stay as they are. A card given up ends: set `validUntil`.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' })
  @ApiOkResponse({ type: MembershipCardView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('cardId', ParseUUIDPipe) cardId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CardChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MembershipCardView> {
    return tagged(this.queries.viewOf(await this.cards.change(id, cardId, body, expectedVersion(ifMatch))), reply);
  }
}

function tagged(card: MembershipCardView, reply: FastifyReply): MembershipCardView {
  void reply.header('etag', etagOf(card.version));
  return card;
}
