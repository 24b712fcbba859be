import { IsString, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketClaimedV1>({
  subject: 'complaints.ticket.claimed.v1',
  emittedWhen: 'Somebody took a ticket on.',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, holderId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61' },
})
export class TicketClaimedV1 extends TicketFacts {
  /** The account that took it on. */
  @IsString() @Length(1, 80) holderId!: string;
}
