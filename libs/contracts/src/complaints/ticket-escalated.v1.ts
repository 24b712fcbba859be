import { IsIn, IsInt, IsISO8601, IsString, Length, Max, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

/** What was promised of a ticket: each runs by itself (CP-1, CP-3, CP-9). */
export const TICKET_CLOCKS = [
  'claim',
  'first-reply',
  'solution',
  'compensation',
  'soothing-call',
  'statutory',
] as const;
export type TicketClock = (typeof TICKET_CLOCKS)[number];

@EventContract<TicketEscalatedV1>({
  subject: 'complaints.ticket.escalated.v1',
  emittedWhen: 'Something promised of a ticket was not done in time: a director or the general manager is told (CP-2).',
  key: 'subjectId',
  example: {
    ...EXAMPLE_TICKET,
    clock: 'solution',
    level: 1,
    clockId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61',
    dueAt: '2026-03-05T17:00:00+08:00',
    at: '2026-03-05T17:00:00+08:00',
  },
})
export class TicketEscalatedV1 extends TicketFacts {
  @IsIn(TICKET_CLOCKS) clock!: TicketClock;
  /** 1 to the department’s director, 2 to the general manager. */
  @IsInt() @Min(1) @Max(2) level!: number;
  /** The clock that ran out: a ticket that is taken up again has another one. */
  @IsString() @Length(36, 36) clockId!: string;
  /** When it was promised for. */
  @IsISO8601() dueAt!: string;
}
