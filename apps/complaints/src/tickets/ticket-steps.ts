import { contractOf, type TicketFacts, type TicketState } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { currentContext, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Effects } from './effects.js';

/** One line of a ticket's story, without who and when. */
export interface TicketEntry {
  /** What happened, in the past tense, for instance `claimed`: a stable word, which the dossier has a text for. */
  what: string;
  from?: string | null;
  to?: string | null;
  /** In the words of who did it. */
  note?: string | null;
}

/** A line of the story of this ticket. */
export type TicketLine = TicketEntry & { ticketId: string };

const APPEND = `
  INSERT INTO ticket_entry (ticket_id, at, what, changed_from, changed_to, note, actor_id, actor_name, cause)
  SELECT ticket_id, $6, what, changed_from, changed_to, note, $7, $8, $9
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
         AS entry (ticket_id, what, changed_from, changed_to, note, position)
   ORDER BY position`;

interface Standing {
  id: string;
  state: TicketState;
  closeBy: Date | null;
}

const STANDING = `
  SELECT ticket.id, ticket.state, clock.due_at AS "closeBy"
    FROM ticket LEFT JOIN clock ON clock.subject_type = 'ticket' AND clock.subject_id = ticket.id
     AND clock.kind = 'solution' AND clock.stopped_at IS NULL
   WHERE ticket.id = ANY ($1::uuid[])`;

/** Writes what happens to tickets: into their story (CP-4: who, when, what, never edited), and to everyone else. */
@Injectable()
export class TicketSteps {
  constructor(private readonly outbox: Outbox) {}

  /** Enters a step of a ticket whose row is locked. Who comes from the request, when from the occasion. */
  append(tx: EntityManager, ticket: { id: string }, entry: TicketEntry, effects: Effects): Promise<void> {
    return this.appendAll(tx, [{ ticketId: ticket.id, ...entry }], effects);
  }

  /** Enters steps of many tickets whose rows are locked, in this order. */
  async appendAll(tx: EntityManager, lines: readonly TicketLine[], { occasion }: Effects): Promise<void> {
    if (lines.length === 0) return;
    const actor = currentContext()?.actor;
    await prepared(tx, 'ticket-entry.append', APPEND, [
      lines.map(({ ticketId }) => ticketId),
      lines.map(({ what }) => what),
      lines.map(({ from }) => from ?? null),
      lines.map(({ to }) => to ?? null),
      lines.map(({ note }) => note ?? null),
      occasion.now,
      actor?.id ?? null,
      actor?.name || null,
      occasion.cause ?? null,
    ]);
  }

  /** Appends the events, last of all in the transaction: those of tickets say how the ticket stands now. */
  async announce(tx: EntityManager, { events }: Effects): Promise<void> {
    const ids = [...new Set(events.filter(isOfTicket).map(({ data }) => data.ticketId))];
    if (ids.length === 0) return this.outbox.appendAll(tx, events);
    const standings = await prepared<Standing>(tx, 'ticket.standing', STANDING, [ids]);
    const byId = new Map(standings.map((standing) => [standing.id, standing]));
    const told = events.map((draft) => (isOfTicket(draft) ? standingIn(draft, byId.get(draft.data.ticketId)) : draft));
    return this.outbox.appendAll(tx, told);
  }
}

function isOfTicket(draft: Draft): draft is Draft<TicketFacts> {
  return contractOf(draft.type).subject.startsWith('complaints.ticket.');
}

function standingIn(draft: Draft<TicketFacts>, standing: Standing | undefined): Draft {
  if (!standing) return draft;
  const { state, closeBy } = standing;
  return { ...draft, data: { ...draft.data, state, ...(closeBy ? { closeBy: closeBy.toISOString() } : {}) } };
}
