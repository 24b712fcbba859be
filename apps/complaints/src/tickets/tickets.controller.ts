import { Audited, expectedVersion, Lists, Requires, RequiresUnmasked } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenTicket, Reclassify, SetComplainantType, TicketWords } from './ticket-bodies.dto.js';
import { TicketClassifying } from './ticket-classifying.js';
import { ChangesTicket, ETAG, tagged } from './ticket-replies.js';
import { Ticket, TicketPage, TicketsQuery, TicketStory } from './tickets.dto.js';
import { TICKETS } from './tickets.list.js';
import { TicketsService } from './tickets.service.js';

@ApiTags('tickets')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({
  description: 'The right is missing; ticket-dispute, ticket-confidential: for few only (CP-3).',
})
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@ApiNotFoundResponse({ description: 'There is no such ticket.' })
@Audited('ticket', { params: ['id'], answer: ['patientId', 'items.patientId'], query: ['patientId'] })
@Controller('complaints/tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly classifying: TicketClassifying,
  ) {}

  @Post()
  @Requires('complaints.handle')
  @Audited('ticket', { answer: ['id', 'patientId'] })
  @ApiOperation({
    summary: 'Take a request in: it becomes a ticket',
    description:
      'CP-1. Any request, also anonymous, in one call. The colour is by kind unless given. Whoever receives it enters it: nothing is refused but what is of a patient who was erased. Emits complaints.ticket.opened.v1.',
  })
  @ApiCreatedResponse({ type: Ticket, headers: ETAG })
  @ApiGoneResponse({ description: 'person-erased: the patient was erased on request (PT-9).' })
  async open(@Body() body: OpenTicket, @Res({ passthrough: true }) reply: FastifyReply): Promise<Ticket> {
    return tagged(await this.tickets.open(body), reply);
  }

  @Get()
  @Requires('complaints.read')
  @RequiresUnmasked('q')
  @ApiOperation({
    summary: 'List and search tickets',
    description:
      'CP-10. The last received first, unless `sort` says otherwise. `q` finds words in subject, text and story, also in Chinese without spaces. Disputes and what was told in confidence are left out for those who may not see them.',
  })
  @Lists(TICKETS)
  @ApiOkResponse({ type: TicketPage })
  list(@Query() query: TicketsQuery): Promise<TicketPage> {
    return this.tickets.list(query);
  }

  @Get(':id')
  @Requires('complaints.read')
  @ApiOperation({ summary: 'Read a ticket', description: '`allowed` says what can be done from its state.' })
  @ApiOkResponse({ type: Ticket, headers: ETAG })
  async read(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Ticket> {
    return tagged(await this.tickets.read(id), reply);
  }

  @Get(':id/entries')
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'Read the story of a ticket: who did what, when',
    description:
      'CP-4. Entries are never edited. Those of tickets merged into it stand between, each with its `ticketId`.',
  })
  @ApiOkResponse({ type: TicketStory })
  story(@Param('id', ParseUUIDPipe) id: string): Promise<TicketStory> {
    return this.tickets.story(id);
  }

  @Patch(':id')
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Put right what a ticket was taken for',
    description:
      'Kind, medical or not, how it is settled, the department or person it is about. The colour stays. Emits complaints.ticket.reclassified.v1.',
  })
  @ChangesTicket(' dispute-not-medical: a dispute is medical.')
  async reclassify(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: Reclassify,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    return tagged(await this.classifying.reclassify(id, expectedVersion(ifMatch), body), reply);
  }

  @Post(':id/notes')
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Enter an internal note',
    description: 'CP-10. At any time, also in a closed ticket; needs no If-Match.',
  })
  @ApiCreatedResponse({ type: Ticket, headers: ETAG })
  async note(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: TicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    return tagged(await this.classifying.note(id, text), reply);
  }

  @Post(':id/complainant-type')
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Say how whoever complains behaves',
    description: 'CP-4: silent, voicing, angry or acting. Acting claims damages: finance and legal are told, once.',
  })
  @ChangesTicket()
  async complainantType(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { type }: SetComplainantType,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    return tagged(await this.classifying.complainantType(id, expectedVersion(ifMatch), type), reply);
  }
}
