import { Problem } from '#platform';
import type { EntityManager } from 'typeorm';
import { takePatients } from './living-patients.js';
import { TicketEntity } from './ticket.entity.js';

/** The ticket, locked until the transaction ends. @throws Problem 404 */
export async function lockTicket(tx: EntityManager, id: string): Promise<TicketEntity> {
  const ticket = await tx.findOne(TicketEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!ticket) throw Problem.notFound('ticket', id);
  return ticket;
}

/** Own tickets, and other people's that went on in them: each found by its index. */
const OF_PATIENTS = `
  SELECT id, patient_id = ANY ($1::uuid[]) IS TRUE AS own FROM ticket
   WHERE id IN (SELECT id FROM ticket WHERE patient_id = ANY ($1::uuid[])
                UNION
                SELECT merged.id FROM ticket own JOIN ticket merged ON merged.merged_into = own.id
                 WHERE own.patient_id = ANY ($1::uuid[]))
   ORDER BY id FOR UPDATE`;

/**
 * Ids of the tickets of these patients, locked in the order of their ids: an erasure takes them before anything that
 * hangs on them, as every other work on a ticket does. So it does those of others that are merged into them. Whoever gives
 * one of them a ticket is waited for first.
 */
export async function lockTicketsOf(tx: EntityManager, patientIds: readonly string[]): Promise<string[]> {
  await takePatients(tx, patientIds);
  const rows: { id: string; own: boolean }[] = await tx.query(OF_PATIENTS, [patientIds]);
  return rows.filter(({ own }) => own).map(({ id }) => id);
}
