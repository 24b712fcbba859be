import type { EntityManager } from 'typeorm';
import type { Candidate, ConfirmedComplaint } from './eligibility.rules.js';
import type { Period } from './period.rules.js';

const CONFIRMED = `
  SELECT ticket_id AS "ticketId", number, received_on::text AS "receivedOn", against, subject
    FROM confirmed_against WHERE received_on BETWEEN $1 AND $2 AND against = $3
   ORDER BY received_on, number`;
const DEPARTMENTS = `
  SELECT id, name_zh AS name, array_append(codes, id::text) AS subjects
    FROM known_department WHERE active ORDER BY name_zh, id`;
const MEMBERS = `
  SELECT id, name, ARRAY[id::text] AS subjects FROM known_member WHERE active ORDER BY name, id`;

/** Valid complaints by the day of their receipt (CP-8). */
export function confirmedIn(
  tx: EntityManager,
  { from, until }: Period,
  against: ConfirmedComplaint['against'],
): Promise<ConfirmedComplaint[]> {
  return tx.query(CONFIRMED, [from, until, against]);
}

/** Departments that are open, or members who work here. */
export function candidatesOf(tx: EntityManager, against: ConfirmedComplaint['against']): Promise<Candidate[]> {
  return tx.query(against === 'department' ? DEPARTMENTS : MEMBERS);
}
