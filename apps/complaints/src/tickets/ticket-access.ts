import type { Right } from '#contracts';
import { currentContext, Problem, requireVersion, Rights } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockTicket } from './locked-ticket.js';
import { TicketEntity } from './ticket.entity.js';

/** Whether somebody with these rights may see the ticket (CP-3). */
export function maySee(
  { dispute, confidential }: Pick<TicketEntity, 'dispute' | 'confidential'>,
  has: (right: Right) => boolean,
): boolean {
  return (!dispute || has('complaints.disputes')) && (!confidential || has('complaints.confidential'));
}

/** Which tickets a caller may see: disputes and what was told in confidence are for few (CP-3). */
@Injectable()
export class TicketAccess {
  constructor(private readonly rights: Rights) {}

  /** @throws Problem 404; 403 of a dispute, or one told in confidence, to whoever may not see it */
  async read(tx: EntityManager, id: string): Promise<TicketEntity> {
    const ticket = await tx.findOneBy(TicketEntity, { id });
    if (!ticket) throw Problem.notFound('ticket', id);
    this.require(ticket);
    return ticket;
  }

  /** As `read`, locked. @param version what the caller read; null when it does not matter. @throws Problem 412 */
  async lock(tx: EntityManager, id: string, version: number | null): Promise<TicketEntity> {
    const ticket = await lockTicket(tx, id);
    this.require(ticket);
    if (version !== null) requireVersion(ticket.version, version);
    return ticket;
  }

  /** @throws Problem 403 */
  require(ticket: Pick<TicketEntity, 'dispute' | 'confidential'>): void {
    if (ticket.dispute && !this.has('complaints.disputes')) throw new Problem(403, 'ticket-dispute');
    if (ticket.confidential && !this.has('complaints.confidential')) throw new Problem(403, 'ticket-confidential');
  }

  sees(ticket: Pick<TicketEntity, 'dispute' | 'confidential'>): boolean {
    return maySee(ticket, (right) => this.has(right));
  }

  /** Conditions on a query of tickets named `ticket` that leave out what the caller may not see. */
  get hidden(): string[] {
    return [
      ...(this.has('complaints.disputes') ? [] : ['NOT ticket.dispute']),
      ...(this.has('complaints.confidential') ? [] : ['NOT ticket.confidential']),
    ];
  }

  private has(right: Right): boolean {
    const actor = currentContext()?.actor;
    return actor !== undefined && this.rights.allows(actor, right);
  }
}
