import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketUnmergedV1>({
  subject: 'complaints.ticket.unmerged.v1',
  emittedWhen: 'A merge of tickets was taken back: this one goes on by itself (CP-10).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, survivorId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c63' },
})
export class TicketUnmergedV1 extends TicketFacts {
  /** The ticket it had been merged into. */
  @IsUUID() survivorId!: string;
}
