import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketSolvedV1>({
  subject: 'complaints.ticket.solved.v1',
  emittedWhen: 'A solution was found and told.',
  key: 'subjectId',
  example: EXAMPLE_TICKET,
})
export class TicketSolvedV1 extends TicketFacts {}
