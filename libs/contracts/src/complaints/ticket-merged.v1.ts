import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketMergedV1>({
  subject: 'complaints.ticket.merged.v1',
  emittedWhen: 'A ticket turned out to be the same request as another one and goes on there (CP-10).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, survivorId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c63' },
})
export class TicketMergedV1 extends TicketFacts {
  /** The ticket it goes on in. */
  @IsUUID() survivorId!: string;
}
