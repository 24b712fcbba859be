import { TicketMergedV1, TicketRedatedV1, TicketUnmergedV1 } from '#contracts';
import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Effects } from './effects.js';
import { TicketChanges } from './ticket-changes.js';
import { factsOf } from './ticket-events.js';
import { TicketListeners } from './ticket-listener.js';
import { TicketEntity } from './ticket.entity.js';
import { allowedFrom, reasonAgainstMerge } from './ticket.rules.js';

/** Two tickets that are one request (CP-10). Entries stay with the ticket they were made in: taken back, each has its own. */
@Injectable()
export class TicketMerging {
  constructor(
    private readonly changes: TicketChanges,
    private readonly listeners: TicketListeners,
  ) {}

  /** Both are locked. @throws Problem 400 into itself; 409 when either is over or merged already, so that no circle is made, or they are no one request */
  async merge(
    tx: EntityManager,
    ticket: TicketEntity,
    survivor: TicketEntity,
    reason: string,
    effects: Effects,
  ): Promise<void> {
    if (ticket.id === survivor.id) throw Problem.invalid([{ field: 'into', code: 'ticket-into-itself' }]);
    const [from, state] = [ticket.state, this.changes.next(ticket, 'merge')];
    const { number, state: survivorState } = survivor;
    const why = allowedFrom(survivorState).includes('merge') ? reasonAgainstMerge(ticket, survivor) : survivorState;
    if (why) throw Problem.conflict('ticket-merge-target', { number, state: `ticket-${why}` }, { survivorState });
    const change = { state, mergedInto: survivor.id, mergedFrom: from, endedAt: effects.occasion.now };
    await this.changes.write(tx, ticket, change, { what: 'merged', from, to: survivor.number, note: reason }, effects);
    await this.changes.write(tx, survivor, {}, { what: 'took-in', from: ticket.number, note: reason }, effects);
    effects.event(TicketMergedV1, { ...factsOf(ticket, effects.occasion), survivorId: survivor.id });
    effects.event(TicketRedatedV1, { ...factsOf(survivor, effects.occasion), by: 'merge', otherTicketId: ticket.id });
    await this.listeners.tell('onMerged', tx, ticket, effects);
  }

  /** The ticket that this one goes on in; null when it was never merged, or does not exist. */
  async survivorOf(tx: EntityManager, id: string): Promise<string | null> {
    const found = await tx.findOne(TicketEntity, { where: { id }, select: { id: true, mergedInto: true } });
    return found?.mergedInto ?? null;
  }

  /**
   * Gives it the state back that it had. Both are locked. Of a chain of merges the last is taken back first: in the
   * ticket where it ends stands the deadline of all of them.
   * @throws Problem 409
   */
  async unmerge(
    tx: EntityManager,
    ticket: TicketEntity,
    survivor: TicketEntity,
    reason: string,
    effects: Effects,
  ): Promise<void> {
    this.changes.next(ticket, 'unmerge');
    // It was merged into another one between finding out into which and locking both.
    if (ticket.mergedInto !== survivor.id) throw Problem.conflict('ticket-merge-changed');
    if (survivor.state === 'merged') throw Problem.conflict('ticket-survivor-merged', { number: survivor.number });
    await this.part(tx, ticket, survivor, reason, effects);
    effects.event(TicketRedatedV1, { ...factsOf(survivor, effects.occasion), by: 'unmerge', otherTicketId: ticket.id });
  }

  /** As `unmerge`, whatever became of the survivor. @throws Problem 409 of a ticket that is not merged */
  async part(
    tx: EntityManager,
    ticket: TicketEntity,
    survivor: TicketEntity,
    reason: string,
    effects: Effects,
  ): Promise<void> {
    const state = this.changes.next(ticket, 'unmerge');
    const change = { state, mergedInto: null, mergedFrom: null, endedAt: null };
    const entry = { what: 'unmerged', from: survivor.number, to: state, note: reason };
    await this.changes.write(tx, ticket, change, entry, effects);
    await this.changes.write(tx, survivor, {}, { what: 'gave-back', to: ticket.number, note: reason }, effects);
    effects.event(TicketUnmergedV1, { ...factsOf(ticket, effects.occasion), survivorId: survivor.id });
    await this.listeners.tell('onUnmerged', tx, ticket, { survivorId: survivor.id }, effects);
  }
}
