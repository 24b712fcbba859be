import { Audited, expectedVersion, Requires } from '#platform';
import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { caller } from './caller.js';
import { OptionalTicketWords, TicketWords } from './ticket-bodies.dto.js';
import { TicketLife } from './ticket-life.js';
import { ChangesTicket, ETAG, tagged } from './ticket-replies.js';
import { Ticket } from './tickets.dto.js';
import { TicketsService } from './tickets.service.js';

@ApiTags('tickets')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({
  description: 'The right is missing; ticket-dispute, ticket-confidential: for few only (CP-3).',
})
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@ApiNotFoundResponse({ description: 'There is no such ticket.' })
@Audited('ticket', { params: ['id'], answer: ['patientId'] })
@Requires('complaints.handle')
@Controller('complaints/tickets/:id')
export class TicketLifeController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly life: TicketLife,
  ) {}

  @Post('claim')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a ticket on',
    description: 'Of two at once one gets it; needs no If-Match. Emits complaints.ticket.claimed.v1.',
  })
  @ApiOkResponse({ type: Ticket, headers: ETAG })
  @ApiConflictResponse({
    description:
      'ticket-claimed: with `holderId` and `holderName`. ticket-transition, with `ticketState` and `allowed`.',
  })
  async claim(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    return tagged(
      await this.tickets.work(id, null, (tx, ticket, effects) => this.life.claim(tx, ticket, caller(), effects)),
      reply,
    );
  }

  @Post('reply')
  @ApiOperation({
    summary: 'Enter what whoever complained was told',
    description: 'The first one counts as the first reply (CP-6) and emits complaints.ticket.replied.v1.',
  })
  @ChangesTicket()
  async reply(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: TicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    return tagged(
      await this.tickets.work(id, version, (tx, ticket, effects) => this.life.reply(tx, ticket, text, effects)),
      reply,
    );
  }

  @Post('wait')
  @ApiOperation({
    summary: 'Wait for the patient',
    description: 'CP-1: only now the colour clock stands; the reason is on record. Emits complaints.ticket.paused.v1.',
  })
  @ChangesTicket()
  async wait(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: TicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    return tagged(
      await this.tickets.work(id, version, (tx, ticket, effects) => this.life.wait(tx, ticket, text, effects)),
      reply,
    );
  }

  @Post('resume')
  @ApiOperation({
    summary: 'Go on: the patient was heard from',
    description: 'CP-1. Emits complaints.ticket.resumed.v1.',
  })
  @ChangesTicket()
  async resume(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: OptionalTicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    return tagged(
      await this.tickets.work(id, version, (tx, ticket, effects) =>
        this.life.resume(tx, ticket, text ?? null, effects),
      ),
      reply,
    );
  }

  @Post('solve')
  @ApiOperation({
    summary: 'Enter the solution',
    description: 'Emits complaints.ticket.solved.v1. Closing comes after.',
  })
  @ChangesTicket()
  async solve(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: TicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    return tagged(
      await this.tickets.work(id, version, (tx, ticket, effects) => this.life.solve(tx, ticket, text, effects)),
      reply,
    );
  }

  @Post('close')
  @ApiOperation({
    summary: 'Close a solved ticket',
    description: 'CP-4: when everything that has to be done before was done. Emits complaints.ticket.closed.v1.',
  })
  @ChangesTicket(' ticket-unfinished: with what is `missing`.')
  async close(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: OptionalTicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    return tagged(
      await this.tickets.work(id, version, (tx, ticket, effects) => this.life.close(tx, ticket, text ?? null, effects)),
      reply,
    );
  }

  @Post('reopen')
  @ApiOperation({
    summary: 'Take a solved or closed ticket up again',
    description:
      'CP-4. Its holder goes on with it; without one it waits for somebody. Emits complaints.ticket.reopened.v1.',
  })
  @ChangesTicket()
  async reopen(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: TicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    return tagged(
      await this.tickets.work(id, version, (tx, ticket, effects) => this.life.reopen(tx, ticket, text, effects)),
      reply,
    );
  }

  @Post('stop')
  @Requires('complaints.manage')
  @ApiOperation({
    summary: 'End a ticket without a solution',
    description: 'With a reason, for instance withdrawn. Emits complaints.ticket.stopped.v1.',
  })
  @ChangesTicket()
  async stop(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: TicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    return tagged(
      await this.tickets.work(id, version, (tx, ticket, effects) => this.life.stop(tx, ticket, text, effects)),
      reply,
    );
  }
}
