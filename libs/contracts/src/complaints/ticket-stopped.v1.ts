import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketStoppedV1>({
  subject: 'complaints.ticket.stopped.v1',
  emittedWhen: 'A ticket ended without a solution, with a reason, for instance withdrawn.',
  key: 'subjectId',
  example: EXAMPLE_TICKET,
})
export class TicketStoppedV1 extends TicketFacts {}
