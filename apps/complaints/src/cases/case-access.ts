import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TicketAccess } from '../tickets/ticket-access.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { reasonAgainstWork, type CaseWork } from './case.rules.js';

const HAS_CASE = `
  SELECT EXISTS (SELECT FROM complaint_case WHERE ticket_id = $1)
      OR EXISTS (SELECT FROM rectification_measure WHERE ticket_id = $1)
      OR EXISTS (SELECT FROM ticket_entry WHERE ticket_id = $1 AND what LIKE 'case-%') AS has`;

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

  /**
   * Also of what was a complaint once: what was found then still counts, and can be overturned (CP-8).
   * @throws Problem 403, 404; 409 `not-a-complaint` of what never was one
   */
  async read(tx: EntityManager, ticketId: string): Promise<TicketEntity> {
    const ticket = await this.tickets.read(tx, ticketId);
    if (ticket.kind !== 'complaint' && !(await this.hasCase(tx, ticketId))) throw Problem.conflict('not-a-complaint');
    return ticket;
  }

  private async hasCase(tx: EntityManager, ticketId: string): Promise<boolean> {
    const [row]: { has: boolean }[] = await tx.query(HAS_CASE, [ticketId]);
    return row?.has === true;
  }
}
