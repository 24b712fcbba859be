import type { TicketFacts } from '#contracts';
import type { ReceivedEvent } from '#event-bus';
import { contactOf } from './contact-of.js';
import type { ContactRecord } from './contact.entity.js';

/** A ticket of complaints, of what kind and colour: opened, solved, closed, reopened or stopped (PT-2). */
export function contactOfTicket(event: ReceivedEvent<TicketFacts>, patientId: string): ContactRecord {
  const { ticketId, kind, colour, at } = event.data;
  return contactOf(event, { kind: 'complaint', patientId, subjectId: ticketId, step: kind, outcome: colour, at });
}
