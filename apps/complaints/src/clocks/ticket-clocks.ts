import { prepared } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TicketColour } from '#contracts';
import type { EntityManager } from 'typeorm';
import type { Effects } from '../tickets/effects.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { TicketListeners, type TicketListener } from '../tickets/ticket-listener.js';
import { ClockMerges } from './clock-merges.js';
import { ClockEntity } from './clock.entity.js';
import type { ClockKind } from './clock.vocabulary.js';
import { Clocks, type NewClock } from './clocks.js';
import {
  colourClocks,
  matterChanges,
  matterClocks,
  rankOf,
  stillOwed,
  type ColourTerms,
  type Promised,
} from './ticket-clocks.rules.js';

type Ticket = Readonly<TicketEntity>;

const TERMS = `
  SELECT claim_minutes AS "claimMinutes", first_reply_minutes AS "firstReplyMinutes",
         solution_minutes AS "solutionMinutes", hours_id AS "hoursId"
    FROM colour_clock WHERE colour = $1`;

/** Lets the clocks of a ticket follow its life (CP-1, CP-3, CP-9). They never change each other (ADR 72). */
@Injectable()
export class TicketClocks implements TicketListener, OnModuleInit {
  constructor(
    private readonly listeners: TicketListeners,
    private readonly clocks: Clocks,
    private readonly merges: ClockMerges,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async onOpened(tx: EntityManager, ticket: Ticket, { occasion }: Effects): Promise<void> {
    const terms = await termsOf(tx, ticket.colour);
    const promised = [...colourClocks(ticket, terms), ...matterClocks(ticket)];
    await this.clocks.start(tx, clocksOf(ticket, promised, ticket.receivedAt), occasion);
  }

  onClaimed(tx: EntityManager, ticket: Ticket, effects: Effects): Promise<void> {
    return this.stop(tx, ticket, 'claim', effects);
  }

  onReplied(tx: EntityManager, ticket: Ticket, effects: Effects): Promise<void> {
    return this.stop(tx, ticket, 'first-reply', effects);
  }

  /** Only the colour's clock pauses. */
  onPaused(tx: EntityManager, ticket: Ticket, { occasion }: Effects): Promise<void> {
    return this.clocks.pause(tx, ticket.id, 'solution', occasion, 'waiting-for-patient');
  }

  onResumed(tx: EntityManager, ticket: Ticket, { occasion }: Effects): Promise<void> {
    return this.clocks.resume(tx, ticket.id, 'solution', occasion);
  }

  /**
   * Who is told the solution has had an answer. Compensation and the soothing call are owed all the same: closing asks
   * for them (CP-3). So is closing it by the colour's limit (CP-1): of one that waited for the patient it goes on counting.
   */
  async onSolved(tx: EntityManager, ticket: Ticket, effects: Effects): Promise<void> {
    await this.stop(tx, ticket, ['claim', 'first-reply', 'statutory'], effects);
    await this.clocks.resume(tx, ticket.id, 'solution', effects.occasion);
  }

  onClosed(tx: EntityManager, ticket: Ticket, effects: Effects): Promise<void> {
    return this.stop(tx, ticket, 'solution', effects);
  }

  /** What ended begins anew from now, what ran before stays in the history; what still runs, of one never closed, goes on. */
  async onReopened(tx: EntityManager, ticket: Ticket, { occasion }: Effects): Promise<void> {
    const again: ClockKind[] = ['solution', 'statutory', ...(ticket.state === 'open' ? (['claim'] as const) : [])];
    const promised = [...colourClocks(ticket, await termsOf(tx, ticket.colour)), ...matterClocks(ticket)];
    const owed = promised.filter(({ kind }) => again.includes(kind));
    await this.clocks.start(tx, clocksOf(ticket, owed, occasion.now), occasion);
  }

  onStopped(tx: EntityManager, ticket: Ticket, { occasion }: Effects): Promise<void> {
    return this.clocks.stop(tx, ticket.id, 'all', occasion.now, 'withdrawn');
  }

  onMerged(tx: EntityManager, ticket: Ticket, { occasion }: Effects): Promise<void> {
    return this.merges.merge(tx, ticket.id, ticket.mergedInto as string, occasion);
  }

  async onUnmerged(
    tx: EntityManager,
    ticket: Ticket,
    { survivorId }: { survivorId: string },
    { occasion }: Effects,
  ): Promise<void> {
    await this.merges.part(tx, ticket.id, survivorId, occasion);
  }

  /** The new limits count from where the clocks began: at minute 29 of a blue ticket red is due in a minute. */
  async onRecoloured(
    tx: EntityManager,
    ticket: Ticket,
    _: { from: TicketColour },
    { occasion }: Effects,
  ): Promise<void> {
    const terms = await termsOf(tx, ticket.colour);
    const rank = rankOf(ticket.colour);
    for (const { kind, limit, hoursId } of colourClocks(ticket, terms))
      await this.clocks.changeLimit(tx, ticket.id, kind, { limit, hoursId, rank, why: 'recoloured' }, occasion);
    await this.clocks.rank(tx, ticket.id, rank);
  }

  /** Clocks go on: who hands a ticket over does not win time. One that nobody holds any more has to be claimed again. */
  async onReassigned(tx: EntityManager, ticket: Ticket, { occasion }: Effects): Promise<void> {
    if (ticket.state !== 'open') return;
    const [claim] = colourClocks(ticket, await termsOf(tx, ticket.colour)).filter(({ kind }) => kind === 'claim');
    if (claim) await this.clocks.start(tx, clocksOf(ticket, [claim], occasion.now), occasion);
  }

  async onReclassified(
    tx: EntityManager,
    ticket: Ticket,
    { before }: { before: Ticket },
    { occasion }: Effects,
  ): Promise<void> {
    const { start, stop, change } = matterChanges(before, ticket);
    await this.clocks.stop(tx, ticket.id, stop, occasion.now, 'withdrawn');
    const known = await tx.findBy(ClockEntity, { subjectId: ticket.id });
    const owed = stillOwed(start, ticket, known).flatMap((each) => clocksOf(ticket, [each], each.startedAt));
    await this.clocks.start(tx, owed, occasion);
    for (const { kind, limit } of change)
      await this.clocks.changeLimit(tx, ticket.id, kind, { limit, why: 'reclassified' }, occasion);
  }

  private stop(tx: EntityManager, ticket: Ticket, kinds: ClockKind | ClockKind[], effects: Effects): Promise<void> {
    return this.clocks.stop(tx, ticket.id, kinds, effects.occasion.now);
  }
}

async function termsOf(tx: EntityManager, colour: TicketColour): Promise<ColourTerms> {
  const [terms] = await prepared<ColourTerms>(tx, 'clocks.colour', TERMS, [colour]);
  if (!terms) throw new Error(`No clocks are set for ${colour} tickets`);
  return terms;
}

function clocksOf({ id, colour }: Ticket, promised: readonly Promised[], startedAt: Date): NewClock[] {
  return promised.map(({ kind, limit, hoursId }) => ({
    ...{ subjectType: 'ticket', subjectId: id, kind, startedAt, limit, hoursId },
    rank: rankOf(colour),
  }));
}
