import type { TicketColour, TicketFacts, TicketKind, TicketState } from '#contracts';
import { Erasures, type ReadPart } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A request of somebody that is not over yet, as complaints told of it last. */
interface OpenTicket {
  ticketId: string;
  number: string;
  kind: TicketKind;
  colour: TicketColour;
  state: TicketState;
  dueAt: string | null;
}

export type OpenTicketRow = Omit<OpenTicket, 'dueAt'> & { dueAt: Date | null };

const OVER: readonly TicketState[] = ['closed', 'merged', 'stopped'];
const MOST = 20;

const NOTE = `
  INSERT INTO open_ticket (ticket_id, person_id, number, kind, colour, state, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (ticket_id) DO UPDATE
    SET person_id = excluded.person_id, number = excluded.number, kind = excluded.kind, colour = excluded.colour,
        state = excluded.state, due_at = excluded.due_at`;

/** What people wait for from the centre, for whoever has them on the phone (CC-2): gone when it is over. */
@Injectable()
export class OpenTickets {
  constructor(private readonly erasures: Erasures) {}

  /** Of a dispute, or what was told in confidence, nothing is kept (CP-3); nor of who was erased meanwhile (PT-9). */
  async note(tx: EntityManager, { ticketId, patientId, restricted, state, closeBy, ...facts }: TicketFacts) {
    if (patientId === undefined || state === undefined) return;
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR KEY SHARE', [patientId]);
    const isErased = (await this.erasures.erasedAt(tx, [patientId])).size > 0;
    if (restricted || isErased || OVER.includes(state)) {
      await tx.query('DELETE FROM open_ticket WHERE ticket_id = $1', [ticketId]);
      return;
    }
    const { number, kind, colour } = facts;
    await tx.query(NOTE, [ticketId, patientId, number, kind, colour, state, closeBy ?? null]);
  }
}

export function openTicketOf({ dueAt, ...ticket }: OpenTicketRow): OpenTicket {
  return { ...ticket, dueAt: dueAt?.toISOString() ?? null };
}

/** Of the records in `$1`, the one due first at the front; what waits for the patient has no time and stands behind. */
export const OPEN_TICKETS_OF_RECORDS: ReadPart = {
  instants: ['dueAt'],
  sql: `
  SELECT ticket_id AS "ticketId", number, kind, colour, state, due_at AS "dueAt"
    FROM open_ticket WHERE person_id = ANY ($1::uuid[]) ORDER BY due_at, ticket_id LIMIT ${MOST}`,
};
