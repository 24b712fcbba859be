import { IsIn, IsISO8601 } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { TICKET_CHANNELS, type TicketChannel } from '../vocabulary/tickets.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketAttributedV1>({
  subject: 'complaints.ticket.attributed.v1',
  emittedWhen:
    'It became known whose ticket it is, which was opened without a patient: its events before had the ticket as `subjectId`, and no `patientId` (CP-10).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, channel: 'web-form', receivedAt: '2026-03-05T14:58:00+08:00' },
})
export class TicketAttributedV1 extends TicketFacts {
  @IsIn(TICKET_CHANNELS) channel!: TicketChannel;
  /** When it reached the hospital. */
  @IsISO8601() receivedAt!: string;
}
