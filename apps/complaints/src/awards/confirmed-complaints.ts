import type { EntityManager } from 'typeorm';
import type { Candidate, ConfirmedComplaint } from './eligibility.rules.js';
import type { Period } from './period.rules.js';

/** A ticket that is gone with the person who was erased says no more what it was: it is hidden from whoever may not see all. */
const confirmed = (seen: readonly string[]) => `
  SELECT finding.ticket_id AS "ticketId", finding.number, finding.received_on::text AS "receivedOn", finding.against,
         finding.subject, NOT coalesce(${['true', ...seen].join(' AND ')}, false) AS hidden
    FROM confirmed_against finding LEFT JOIN ticket ON ticket.id = finding.ticket_id
   WHERE finding.received_on BETWEEN $1 AND $2 AND finding.against = $3
   ORDER BY finding.received_on, finding.number`;
const DEPARTMENTS = `
  SELECT id, name_zh AS name, array_append(codes, id::text) AS subjects
    FROM known_department WHERE active ORDER BY name_zh, id`;
const MEMBERS = `
  SELECT id, name, ARRAY[id::text] AS subjects FROM known_member WHERE active ORDER BY name, id`;

/**
 * Valid complaints by the day of their receipt (CP-8).
 * @param seen conditions on `ticket` under which the caller may know which it is (CP-3)
 */
export function confirmedIn(
  tx: EntityManager,
  { from, until }: Period,
  against: ConfirmedComplaint['against'],
  seen: readonly string[],
): Promise<ConfirmedComplaint[]> {
  return tx.query(confirmed(seen), [from, until, against]);
}

/** Departments that are open, or members who work here. */
export function candidatesOf(tx: EntityManager, against: ConfirmedComplaint['against']): Promise<Candidate[]> {
  return tx.query(against === 'department' ? DEPARTMENTS : MEMBERS);
}
