import { IsOptional, IsString, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

@EventContract<TicketReassignedV1>({
  subject: 'complaints.ticket.reassigned.v1',
  emittedWhen: 'A ticket was handed to somebody else, or to a department (CP-10).',
  key: 'subjectId',
  example: { ...EXAMPLE_TICKET, holderId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c62' },
})
export class TicketReassignedV1 extends TicketFacts {
  /** The account that has it now; absent when it waits in a department. */
  @IsOptional() @IsString() @Length(1, 80) holderId?: string;
  /** The department whose desk has it now. */
  @IsOptional() @IsString() @Length(1, 60) deskDepartmentCode?: string;
}
