import { IsIn } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { TICKET_COLOURS, type TicketColour } from '../vocabulary/tickets.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketRecolouredV1>({
  subject: 'complaints.ticket.recoloured.v1',
  emittedWhen: 'The colour of a ticket, and with it its limit, was changed (CP-1).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, from: 'blue' },
})
export class TicketRecolouredV1 extends TicketFacts {
  @IsIn(TICKET_COLOURS) from!: TicketColour;
}
