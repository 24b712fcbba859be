import type { TicketState } from '#contracts';
import { Problem, stateChange } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Effects } from './effects.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketSearch } from './ticket-search.js';
import { TicketSteps, type TicketEntry } from './ticket-steps.js';
import { allowedFrom, stateAfter, type TicketAction } from './ticket.rules.js';

/** Changes the row of a locked ticket together with its story. */
@Injectable()
export class TicketChanges {
  constructor(
    private readonly steps: TicketSteps,
    private readonly search: TicketSearch,
  ) {}

  /** The state that the action leads to. @throws Problem 409 with what is allowed */
  next(ticket: Readonly<TicketEntity>, action: TicketAction): TicketState {
    const state = stateAfter(action, ticket);
    if (state !== null) return state;
    throw Problem.conflict(
      'ticket-transition',
      { state: `ticket-${ticket.state}` },
      { ticketState: ticket.state, allowed: allowedFrom(ticket.state) },
    );
  }

  /** @param change the fields that get another value */
  async write(
    tx: EntityManager,
    ticket: TicketEntity,
    change: Partial<TicketEntity>,
    entry: TicketEntry,
    effects: Effects,
  ): Promise<void> {
    const before = { ...ticket };
    Object.assign(ticket, change, { version: ticket.version + 1 });
    await tx.update(TicketEntity, { id: ticket.id }, { ...change, version: ticket.version });
    stateChange('ticket', ticket.id, before, ticket);
    await this.enter(tx, ticket, entry, effects);
  }

  /** A line of the story alone; what it says is found by a search. */
  async enter(tx: EntityManager, ticket: Readonly<TicketEntity>, entry: TicketEntry, effects: Effects): Promise<void> {
    await this.steps.append(tx, ticket, entry, effects);
    if (entry.note) await this.search.add(tx, ticket.id, [entry.note]);
  }
}
