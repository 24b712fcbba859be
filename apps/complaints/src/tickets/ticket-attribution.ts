import { TicketAttributedV1 } from '#contracts';
import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { PeopleStore } from '../people/people.store.js';
import { LivingPatients } from './living-patients.js';
import { TicketChanges } from './ticket-changes.js';
import { factsOf } from './ticket-events.js';
import type { Ticket } from './tickets.dto.js';
import { TicketsService } from './tickets.service.js';

/** Gives a ticket that was opened of nobody its patient, once: what was told under an id stays there (decision 13, ADR 87). */
@Injectable()
export class TicketAttribution {
  constructor(
    private readonly tickets: TicketsService,
    private readonly changes: TicketChanges,
    private readonly living: LivingPatients,
    private readonly people: PeopleStore,
  ) {}

  /**
   * Of a ticket that is this person's already, under whichever merged record, nothing changes.
   * @param reason how it is known who it is
   * @throws Problem 403, 404, 412; 409 `ticket-patient-known` of another one's; 410 of who was erased
   */
  attribute(id: string, version: number, wanted: string, reason: string): Promise<Ticket> {
    const patientId = wanted.toLowerCase();
    return this.tickets.work(
      id,
      version,
      async (tx, ticket, effects) => {
        if (ticket.patientId !== null) {
          if ((await this.people.idsOf(patientId, tx)).includes(ticket.patientId)) return;
          throw Problem.conflict('ticket-patient-known');
        }
        await this.changes.write(tx, ticket, { patientId }, { what: 'attributed', note: reason }, effects);
        const { channel, receivedAt } = ticket;
        const told = { ...factsOf(ticket, effects.occasion), channel, receivedAt: receivedAt.toISOString() };
        effects.event(TicketAttributedV1, told);
      },
      // Before the ticket is locked, as an erasure does it.
      (tx) => this.living.require(tx, patientId),
    );
  }
}
