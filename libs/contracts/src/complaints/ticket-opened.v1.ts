import { IsIn, IsISO8601 } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { TICKET_CHANNELS, type TicketChannel } from '../vocabulary/tickets.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketOpenedV1>({
  subject: 'complaints.ticket.opened.v1',
  emittedWhen: 'A request came in and became a ticket (CP-1).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, channel: 'phone', receivedAt: '2026-03-05T14:58:00+08:00' },
})
export class TicketOpenedV1 extends TicketFacts {
  @IsIn(TICKET_CHANNELS) channel!: TicketChannel;
  /** When it reached the hospital: clocks count from here. */
  @IsISO8601() receivedAt!: string;
}
