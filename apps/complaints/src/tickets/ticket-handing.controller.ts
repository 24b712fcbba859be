import { Audited, expectedVersion, Problem, Requires } from '#platform';
import { Body, Controller, Headers, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AttributeTicket, MergeTicket, ReassignTicket, Recolour, TicketWords } from './ticket-bodies.dto.js';
import { TicketAttribution } from './ticket-attribution.js';
import { TicketHanding } from './ticket-handing.js';
import { TicketMerging } from './ticket-merging.js';
import { ChangesTicket, tagged } from './ticket-replies.js';
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
export class TicketHandingController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly handing: TicketHanding,
    private readonly merging: TicketMerging,
    private readonly attribution: TicketAttribution,
  ) {}

  @Post('reassign')
  @ApiOperation({
    summary: 'Hand a ticket to somebody, or to a department',
    description:
      'CP-10. To an account it is at work there; to a department alone it waits on its desk. Nobody gets what he may not see. Emits complaints.ticket.reassigned.v1.',
  })
  @ChangesTicket()
  async reassign(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { reason, ...hands }: ReassignTicket,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const version = expectedVersion(ifMatch);
    if (hands.accountId === undefined && hands.departmentCode === undefined) {
      throw Problem.invalid([{ field: 'accountId', code: 'account-or-department' }]);
    }
    const done = await this.tickets.work(id, version, (tx, ticket, effects) =>
      this.handing.reassign(tx, ticket, hands, reason, effects),
    );
    return tagged(done, reply);
  }

  @Post('recolour')
  @ApiOperation({
    summary: 'Change the colour of a ticket',
    description: 'CP-1. With a reason; the limit counts from receipt as before. Emits complaints.ticket.recoloured.v1.',
  })
  @ChangesTicket()
  async recolour(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { colour, reason }: Recolour,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const done = await this.tickets.work(id, expectedVersion(ifMatch), (tx, ticket, effects) =>
      this.handing.recolour(tx, ticket, colour, reason, effects),
    );
    return tagged(done, reply);
  }

  @Post('patient')
  @ApiOperation({
    summary: 'Say whose ticket it is, which was opened of nobody',
    description:
      'CP-10, in whatever state; with how it is known. From then on it is on the patient’s timeline, in the data package and in an erasure. Once: of a ticket that is this person’s already, also under a merged record, nothing changes; another one’s stays so. Emits complaints.ticket.attributed.v1.',
  })
  @ChangesTicket(' ticket-patient-known: it is another patient’s.')
  @ApiGoneResponse({ description: 'person-erased: the patient was erased on request (PT-9).' })
  async attribute(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { patientId, reason }: AttributeTicket,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    return tagged(await this.attribution.attribute(id, expectedVersion(ifMatch), patientId, reason), reply);
  }

  @Post('merge')
  @Requires('complaints.manage')
  @ApiOperation({
    summary: 'Merge a ticket into another one that is the same request',
    description:
      'CP-10. It goes on there; entries stay where they were made, and the other’s story shows them. Emits complaints.ticket.merged.v1, and complaints.ticket.redated.v1 of the other, whose deadline may be an earlier one.',
  })
  @ChangesTicket(' ticket-merge-target: the other one is over or merged, with its `survivorState`.')
  async merge(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { into, reason }: MergeTicket,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const done = await this.tickets.workOnTwo(
      id,
      expectedVersion(ifMatch),
      () => Promise.resolve(into),
      (tx, ticket, survivor, effects) => this.merging.merge(tx, ticket, survivor, reason, effects),
    );
    return tagged(done, reply);
  }

  @Post('unmerge')
  @Requires('complaints.manage')
  @ApiOperation({
    summary: 'Take a merge back',
    description:
      'CP-10. It is again what it was when it was merged, with its own entries; of a chain of merges the last is taken back first (ticket-survivor-merged). Emits complaints.ticket.unmerged.v1, and complaints.ticket.redated.v1 of the other.',
  })
  @ChangesTicket()
  async unmerge(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { text }: TicketWords,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Ticket> {
    const done = await this.tickets.workOnTwo(
      id,
      expectedVersion(ifMatch),
      (tx) => this.merging.survivorOf(tx, id),
      (tx, ticket, survivor, effects) => this.merging.unmerge(tx, ticket, survivor, text, effects),
    );
    return tagged(done, reply);
  }
}
