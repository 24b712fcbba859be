import { Problem } from '#platform';
import type { EntityManager } from 'typeorm';
import { TicketEntity } from './ticket.entity.js';

/** The ticket, locked until the transaction ends. @throws Problem 404 */
export async function lockTicket(tx: EntityManager, id: string): Promise<TicketEntity> {
  const ticket = await tx.findOne(TicketEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!ticket) throw Problem.notFound('ticket', id);
  return ticket;
}
