import {
  TicketClaimedV1,
  TicketClosedV1,
  TicketPausedV1,
  TicketReopenedV1,
  TicketRepliedV1,
  TicketResumedV1,
  TicketSolvedV1,
  TicketStoppedV1,
} from '#contracts';
import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClosingChecks } from './closing-checks.js';
import type { Effects } from './effects.js';
import { TicketChanges } from './ticket-changes.js';
import { factsOf } from './ticket-events.js';
import { TicketListeners } from './ticket-listener.js';
import type { TicketEntity } from './ticket.entity.js';

/** Whoever takes a ticket on. */
export interface Holder {
  id: string;
  name: string | null;
}

const AT_WORK = { waitingSince: null, solvedAt: null, endedAt: null } as const;

/** A ticket from taking it on to closing it (CP-4). Each takes a locked ticket, and leaves `ticket` as the row stands. */
@Injectable()
export class TicketLife {
  constructor(
    private readonly changes: TicketChanges,
    private readonly listeners: TicketListeners,
    private readonly checks: ClosingChecks,
  ) {}

  /** @throws Problem 409 `ticket-claimed` when somebody else has it, `ticket-transition` */
  async claim(tx: EntityManager, ticket: TicketEntity, by: Holder, effects: Effects): Promise<void> {
    if (ticket.state === 'claimed' || ticket.state === 'waiting-for-patient') {
      const { holderId, holderName } = ticket;
      throw Problem.conflict('ticket-claimed', { by: holderName ?? '—' }, { holderId, holderName });
    }
    const state = this.changes.next(ticket, 'claim');
    const { now } = effects.occasion;
    const change = { state, holderId: by.id, holderName: by.name, claimedAt: ticket.claimedAt ?? now };
    await this.changes.write(tx, ticket, change, { what: 'claimed', from: 'open', to: state }, effects);
    effects.event(TicketClaimedV1, { ...factsOf(ticket, effects.occasion), holderId: by.id });
    await this.listeners.tell('onClaimed', tx, ticket, effects);
  }

  /** What whoever complained was told. The first time is an event. @throws Problem 409 */
  async reply(tx: EntityManager, ticket: TicketEntity, text: string, effects: Effects): Promise<void> {
    this.changes.next(ticket, 'reply');
    const isFirst = ticket.repliedAt === null;
    const change = isFirst ? { repliedAt: effects.occasion.now } : {};
    await this.changes.write(tx, ticket, change, { what: 'replied', note: text }, effects);
    if (!isFirst) return;
    effects.event(TicketRepliedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onReplied', tx, ticket, effects);
  }

  /** Waits for the patient. @throws Problem 409 */
  async wait(tx: EntityManager, ticket: TicketEntity, reason: string, effects: Effects): Promise<void> {
    const [from, state] = [ticket.state, this.changes.next(ticket, 'wait')];
    const change = { state, waitingSince: effects.occasion.now };
    await this.changes.write(tx, ticket, change, { what: 'paused', from, to: state, note: reason }, effects);
    effects.event(TicketPausedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onPaused', tx, ticket, effects);
  }

  /** The patient was heard from. @throws Problem 409 */
  async resume(tx: EntityManager, ticket: TicketEntity, note: string | null, effects: Effects): Promise<void> {
    const [from, state] = [ticket.state, this.changes.next(ticket, 'resume')];
    await this.changes.write(
      tx,
      ticket,
      { state, waitingSince: null },
      { what: 'resumed', from, to: state, note },
      effects,
    );
    effects.event(TicketResumedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onResumed', tx, ticket, effects);
  }

  /** @throws Problem 409 */
  async solve(tx: EntityManager, ticket: TicketEntity, solution: string, effects: Effects): Promise<void> {
    const [from, state] = [ticket.state, this.changes.next(ticket, 'solve')];
    const change = { state, solution, solvedAt: effects.occasion.now, waitingSince: null };
    await this.changes.write(tx, ticket, change, { what: 'solved', from, to: state, note: solution }, effects);
    effects.event(TicketSolvedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onSolved', tx, ticket, effects);
  }

  /** @throws Problem 409 `ticket-transition`, `ticket-unfinished` with what is `missing` (CP-4) */
  async close(tx: EntityManager, ticket: TicketEntity, note: string | null, effects: Effects): Promise<void> {
    const [from, state] = [ticket.state, this.changes.next(ticket, 'close')];
    const missing = await this.checks.missing(tx, ticket);
    if (missing.length > 0) throw Problem.conflict('ticket-unfinished', {}, { missing });
    const change = { state, endedAt: effects.occasion.now };
    await this.changes.write(tx, ticket, change, { what: 'closed', from, to: state, note }, effects);
    effects.event(TicketClosedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onClosed', tx, ticket, effects);
  }

  /** Its holder goes on with it; the solution before stands in the story. @throws Problem 409 */
  async reopen(tx: EntityManager, ticket: TicketEntity, reason: string, effects: Effects): Promise<void> {
    const [from, state] = [ticket.state, this.changes.next(ticket, 'reopen')];
    const change = { ...AT_WORK, state, solution: null, reopened: ticket.reopened + 1 };
    await this.changes.write(tx, ticket, change, { what: 'reopened', from, to: state, note: reason }, effects);
    effects.event(TicketReopenedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onReopened', tx, ticket, effects);
  }

  /** Ends it without a solution. @throws Problem 409 */
  async stop(tx: EntityManager, ticket: TicketEntity, reason: string, effects: Effects): Promise<void> {
    const [from, state] = [ticket.state, this.changes.next(ticket, 'stop')];
    const change = { state, stopReason: reason, endedAt: effects.occasion.now, waitingSince: null };
    await this.changes.write(tx, ticket, change, { what: 'stopped', from, to: state, note: reason }, effects);
    effects.event(TicketStoppedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onStopped', tx, ticket, effects);
  }
}
