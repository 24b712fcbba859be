import { Outbox } from '#event-bus';
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

const APPEND = `
  INSERT INTO ticket_entry (ticket_id, at, what, changed_from, changed_to, note, actor_id, actor_name, cause)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Writes what happens to tickets: into their story (CP-4: who, when, what, never edited), and to everyone else. */
@Injectable()
export class TicketSteps {
  constructor(private readonly outbox: Outbox) {}

  /** Enters a step of a ticket whose row is locked. Who comes from the request, when from the occasion. */
  async append(tx: EntityManager, ticket: { id: string }, entry: TicketEntry, { occasion }: Effects): Promise<void> {
    const actor = currentContext()?.actor;
    await prepared(tx, 'ticket-entry.append', APPEND, [
      ticket.id,
      occasion.now,
      entry.what,
      entry.from ?? null,
      entry.to ?? null,
      entry.note ?? null,
      actor?.id ?? null,
      actor?.name || null,
      occasion.cause ?? null,
    ]);
  }

  /** Appends the events, last of all in the transaction. */
  announce(tx: EntityManager, { events }: Effects): Promise<void> {
    return this.outbox.appendAll(tx, events);
  }
}
