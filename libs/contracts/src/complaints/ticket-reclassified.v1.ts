import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketReclassifiedV1>({
  subject: 'complaints.ticket.reclassified.v1',
  emittedWhen:
    'It was put right what a ticket was taken for, for instance marked as a dispute: `restricted` says whether it is for few from now on (CP-3).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, medical: true, restricted: true },
})
export class TicketReclassifiedV1 extends TicketFacts {}
