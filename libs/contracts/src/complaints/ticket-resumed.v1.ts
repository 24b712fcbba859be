import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketResumedV1>({
  subject: 'complaints.ticket.resumed.v1',
  emittedWhen: 'The patient was heard from: the colour clock goes on (CP-1).',
  key: 'subjectId',
  example: EXAMPLE_TICKET,
})
export class TicketResumedV1 extends TicketFacts {}
