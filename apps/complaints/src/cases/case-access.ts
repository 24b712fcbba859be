import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TicketAccess } from '../tickets/ticket-access.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { reasonAgainstWork, type CaseWork } from './case.rules.js';

/** Lets those work on a case who may see its ticket, while there is something to do (CP-3, CP-4). */
@Injectable()
export class CaseAccess {
  constructor(private readonly tickets: TicketAccess) {}

  /** Locks the ticket. @throws Problem 403, 404; 409 `not-a-complaint`, `case-over` with the state */
  async lock(tx: EntityManager, ticketId: string, work: CaseWork): Promise<TicketEntity> {
    const ticket = await this.tickets.lock(tx, ticketId, null);
    const reason = reasonAgainstWork(ticket, work);
    if (reason === 'not-a-complaint') throw Problem.conflict('not-a-complaint');
    if (reason === 'case-over')
      throw Problem.conflict('case-over', { state: `ticket-${ticket.state}` }, { ticketState: ticket.state });
    return ticket;
  }

  /** @throws Problem 403, 404; 409 `not-a-complaint` */
  async read(tx: EntityManager, ticketId: string): Promise<TicketEntity> {
    const ticket = await this.tickets.read(tx, ticketId);
    if (ticket.kind !== 'complaint') throw Problem.conflict('not-a-complaint');
    return ticket;
  }
}
