import type { ComplainantType } from '#contracts';
import { Injectable } from '@nestjs/common';
import { ActingComplainants } from './acting-complainants.js';
import type { Reclassify } from './ticket-bodies.dto.js';
import { TicketChanges } from './ticket-changes.js';
import { TicketHanding } from './ticket-handing.js';
import type { Ticket } from './tickets.dto.js';
import { TicketsService } from './tickets.service.js';

/** What is known about a ticket, entered after it was opened. */
@Injectable()
export class TicketClassifying {
  constructor(
    private readonly tickets: TicketsService,
    private readonly handing: TicketHanding,
    private readonly changes: TicketChanges,
    private readonly acting: ActingComplainants,
  ) {}

  reclassify(id: string, version: number, { reason, ...wanted }: Reclassify): Promise<Ticket> {
    return this.tickets.work(id, version, (tx, ticket, effects) =>
      this.handing.reclassify(tx, ticket, wanted, reason ?? null, effects),
    );
  }

  note(id: string, note: string): Promise<Ticket> {
    return this.tickets.work(id, null, (tx, ticket, effects) =>
      this.changes.enter(tx, ticket, { what: 'noted', note }, effects),
    );
  }

  complainantType(id: string, version: number, type: ComplainantType): Promise<Ticket> {
    return this.tickets.work(id, version, async (tx, ticket, effects) => {
      this.changes.next(ticket, 'reclassify');
      const from = ticket.complainantType;
      if (from === type) return;
      await this.changes.write(tx, ticket, { complainantType: type }, { what: 'complainant', from, to: type }, effects);
      if (type === 'acting') this.acting.tell(ticket, effects);
    });
  }
}
