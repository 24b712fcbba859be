import { ClosingChecks } from './closing-checks.js';
import { NewTickets } from './new-tickets.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketEntryEntity } from './ticket-entry.entity.js';
import { TicketListeners } from './ticket-listener.js';
import { TicketSteps } from './ticket-steps.js';
import { TicketsPersonData } from './tickets.person-data.js';

/** Requests, and what was done about them (CP-1, CP-4, CP-10). */
export const TICKET_ENTITIES = [TicketEntity, TicketEntryEntity];
export const TICKET_PROVIDERS = [TicketSteps, TicketListeners, ClosingChecks, NewTickets, TicketsPersonData];
