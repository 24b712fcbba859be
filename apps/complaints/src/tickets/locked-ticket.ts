import { Problem } from '#platform';
import type { EntityManager } from 'typeorm';
import { TicketEntity } from './ticket.entity.js';

/** The ticket, locked until the transaction ends. @throws Problem 404 */
export async function lockTicket(tx: EntityManager, id: string): Promise<TicketEntity> {
  const ticket = await tx.findOne(TicketEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!ticket) throw Problem.notFound('ticket', id);
  return ticket;
}

/**
 * Ids of the tickets of these patients, locked in the order of their ids: an erasure takes them before anything that
 * hangs on them, as every other work on a ticket does.
 */
export async function lockTicketsOf(tx: EntityManager, patientIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'SELECT id FROM ticket WHERE patient_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
    [patientIds],
  );
  return rows.map(({ id }) => id);
}
