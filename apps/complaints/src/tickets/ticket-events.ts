import type { TicketFacts } from '#contracts';
import type { Occasion } from '../occasion.js';
import type { TicketEntity } from './ticket.entity.js';

/** What of a ticket its events tell. */
type Told =
  'id' | 'number' | 'patientId' | 'kind' | 'medical' | 'colour' | 'departmentCode' | 'dispute' | 'confidential';

/** What every event of a ticket says. */
export function factsOf(ticket: Readonly<Pick<TicketEntity, Told>>, { now }: Occasion): TicketFacts {
  return {
    ticketId: ticket.id,
    number: ticket.number,
    subjectId: ticket.patientId ?? ticket.id,
    ...(ticket.patientId === null ? {} : { patientId: ticket.patientId }),
    kind: ticket.kind,
    ...(ticket.medical === null ? {} : { medical: ticket.medical }),
    colour: ticket.colour,
    ...(ticket.departmentCode === null ? {} : { departmentCode: ticket.departmentCode }),
    ...(ticket.dispute || ticket.confidential ? { restricted: true } : {}),
    at: now.toISOString(),
  };
}
