import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketPausedV1>({
  subject: 'complaints.ticket.paused.v1',
  emittedWhen: 'The centre waits for the patient: the colour clock stands (CP-1).',
  key: 'subjectId',
  example: EXAMPLE_TICKET,
})
export class TicketPausedV1 extends TicketFacts {}
