import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketClosedV1>({
  subject: 'complaints.ticket.closed.v1',
  emittedWhen: 'Everything that has to be done before closing was done (CP-4).',
  key: 'subjectId',
  example: EXAMPLE_TICKET,
})
export class TicketClosedV1 extends TicketFacts {}
