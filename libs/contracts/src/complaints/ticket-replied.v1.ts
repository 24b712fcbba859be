import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketRepliedV1>({
  subject: 'complaints.ticket.replied.v1',
  emittedWhen: 'Whoever complained was answered for the first time.',
  key: 'subjectId',
  example: EXAMPLE_TICKET,
})
export class TicketRepliedV1 extends TicketFacts {}
