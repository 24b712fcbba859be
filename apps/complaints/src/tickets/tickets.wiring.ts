import { ActingComplainants } from './acting-complainants.js';
import { CannedRepliesController } from './canned-replies.controller.js';
import { CannedReplies } from './canned-replies.service.js';
import { CannedReplyEntity } from './canned-reply.entity.js';
import { ClosingChecks } from './closing-checks.js';
import { ColoursController } from './colours.controller.js';
import { Colours } from './colours.service.js';
import { ErasedSurvivors } from './erased-survivors.js';
import { LivingPatients } from './living-patients.js';
import { NewTickets } from './new-tickets.js';
import { ReportersController } from './reporters.controller.js';
import { Reporters } from './reporters.js';
import { TicketAccess } from './ticket-access.js';
import { TicketAttribution } from './ticket-attribution.js';
import { TicketChanges } from './ticket-changes.js';
import { TicketClassifying } from './ticket-classifying.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketEntryEntity } from './ticket-entry.entity.js';
import { TicketHanding } from './ticket-handing.js';
import { TicketHandingController } from './ticket-handing.controller.js';
import { TicketLife } from './ticket-life.js';
import { TicketLifeController } from './ticket-life.controller.js';
import { TicketListeners } from './ticket-listener.js';
import { TicketMerging } from './ticket-merging.js';
import { TicketSearch } from './ticket-search.js';
import { TicketSteps } from './ticket-steps.js';
import { TicketWithdrawal } from './ticket-withdrawal.js';
import { Watchers } from './ticket-watchers.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsPersonData } from './tickets.person-data.js';
import { TicketsService } from './tickets.service.js';
import { WatchersController } from './watchers.controller.js';

/** Requests, and what was done about them (CP-1, CP-4, CP-10). */
export const TICKET_ENTITIES = [TicketEntity, TicketEntryEntity, CannedReplyEntity];
export const TICKET_CONTROLLERS = [
  ReportersController,
  TicketsController,
  TicketLifeController,
  TicketHandingController,
  WatchersController,
  ColoursController,
  CannedRepliesController,
];
export const TICKET_PROVIDERS = [
  ...[TicketSteps, TicketListeners, ClosingChecks, TicketSearch, TicketChanges, NewTickets, ActingComplainants],
  ...[TicketLife, TicketHanding, TicketMerging, TicketAccess, TicketsService, TicketClassifying, TicketsPersonData],
  ...[Colours, CannedReplies, Watchers, LivingPatients, TicketWithdrawal, ErasedSurvivors],
  ...[TicketAttribution, Reporters],
];
