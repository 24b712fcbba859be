import { IsIn, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

const REDATED_BY = ['merge', 'unmerge'] as const;

@EventContract<TicketRedatedV1>({
  subject: 'complaints.ticket.redated.v1',
  emittedWhen:
    'Another ticket was merged into this one, or taken out of it again: `closeBy` says until when it is promised now, whether it moved or not (CP-10).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, by: 'merge', otherTicketId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c63' },
})
export class TicketRedatedV1 extends TicketFacts {
  @IsIn(REDATED_BY) by!: (typeof REDATED_BY)[number];
  /** The one that was merged into it, or taken out of it. */
  @IsUUID() otherTicketId!: string;
}
