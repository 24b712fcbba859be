import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketReopenedV1>({
  subject: 'complaints.ticket.reopened.v1',
  emittedWhen: 'A solved or closed ticket was taken up again (CP-4).',
  key: 'subjectId',
  example: EXAMPLE_TICKET,
})
export class TicketReopenedV1 extends TicketFacts {}
