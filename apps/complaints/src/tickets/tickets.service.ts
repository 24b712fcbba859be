import { Clock, currentContext, Problem, stateChange, transact, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { PeopleStore } from '../people/people.store.js';
import { ActingComplainants } from './acting-complainants.js';
import { Effects } from './effects.js';
import { NewTickets } from './new-tickets.js';
import { TicketAccess } from './ticket-access.js';
import type { OpenTicket } from './ticket-bodies.dto.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketSteps } from './ticket-steps.js';
import type { Ticket, TicketsQuery, TicketStory } from './tickets.dto.js';
import { presentTicket, storyOf, ticketPage } from './tickets.query.js';

type Work = (tx: EntityManager, ticket: TicketEntity, effects: Effects) => Promise<void>;

/** What people do with tickets over HTTP: each call is one transaction, with its entry, events and listeners. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly access: TicketAccess,
    private readonly newTickets: NewTickets,
    private readonly acting: ActingComplainants,
    private readonly steps: TicketSteps,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  async list(query: TicketsQuery): Promise<Page<Ticket>> {
    const patientIds = query.patientId === undefined ? undefined : await this.people.idsOf(query.patientId);
    const holder = query.holder === 'me' ? currentContext()?.actor?.id : query.holder;
    return ticketPage(this.source.manager, query, { patientIds, holder, hidden: this.access.hidden });
  }

  /** @throws Problem 403, 404 */
  async read(id: string): Promise<Ticket> {
    return presentTicket(await this.access.read(this.source.manager, id));
  }

  /** @throws Problem 403, 404 */
  async story(id: string): Promise<TicketStory> {
    await this.access.read(this.source.manager, id);
    return { items: await storyOf(this.source.manager, id, this.access.hidden) };
  }

  /** @throws Problem 400 when it was received in the future */
  open({ receivedAt, ...wanted }: OpenTicket): Promise<Ticket> {
    const received = receivedAt === undefined ? undefined : new Date(receivedAt);
    if (received && received > this.clock.now()) throw Problem.invalid([{ field: 'receivedAt', code: 'in-future' }]);
    return transact(this.source, async (tx) => {
      const effects = this.effects();
      const asked = { ...wanted, ...(received ? { receivedAt: received } : {}) };
      const { ticket } = await this.newTickets.open(tx, asked, effects);
      stateChange('ticket', ticket.id, null, ticket);
      if (ticket.complainantType === 'acting') this.acting.tell(ticket, effects);
      await this.steps.announce(tx, effects);
      return presentTicket(ticket);
    });
  }

  /**
   * Works on one ticket.
   * @param version what the caller read; null when it does not matter
   * @param first what has to be done before the ticket is locked
   * @throws Problem 403, 404, 412, and what the work throws
   */
  work(id: string, version: number | null, work: Work, first?: (tx: EntityManager) => Promise<void>): Promise<Ticket> {
    return transact(this.source, async (tx) => {
      await first?.(tx);
      const effects = this.effects();
      const ticket = await this.access.lock(tx, id, version);
      await work(tx, ticket, effects);
      await this.steps.announce(tx, effects);
      return presentTicket(ticket);
    });
  }

  /** Two tickets, locked in the order of their ids. `other` names the second one, which may be read before it is locked. */
  workOnTwo(
    id: string,
    version: number,
    other: (tx: EntityManager) => Promise<string | null>,
    work: (tx: EntityManager, ticket: TicketEntity, second: TicketEntity, effects: Effects) => Promise<void>,
  ): Promise<Ticket> {
    return transact(this.source, async (tx) => {
      const effects = this.effects();
      const secondId = (await other(tx)) ?? id;
      const locked = new Map<string, TicketEntity>();
      for (const each of [...new Set([id, secondId])].toSorted()) {
        locked.set(each, await this.access.lock(tx, each, each === id ? version : null));
      }
      const [ticket, second] = [locked.get(id) as TicketEntity, locked.get(secondId) as TicketEntity];
      await work(tx, ticket, second, effects);
      await this.steps.announce(tx, effects);
      return presentTicket(ticket);
    });
  }

  /** Made anew in every attempt: a transaction that lost a race runs again, and tells of itself once. */
  private effects(): Effects {
    return new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
  }
}
