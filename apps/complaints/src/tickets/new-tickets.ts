import {
  TicketOpenedV1,
  type ComplainantType,
  type TicketChannel,
  type TicketColour,
  type TicketKind,
  type TicketSettlement,
} from '#contracts';
import { currentContext, newId, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../occasion.js';
import { storeRows } from '../stored-rows.js';
import { defaultColour, type DefaultColours } from './colour.rules.js';
import type { Effects } from './effects.js';
import { LivingPatients } from './living-patients.js';
import { factsOf } from './ticket-events.js';
import { TicketEntity } from './ticket.entity.js';
import { TicketListeners } from './ticket-listener.js';
import { TicketSearch } from './ticket-search.js';
import { TicketSteps } from './ticket-steps.js';

/** A request that came in, by whichever way (CP-1). */
export interface NewTicket {
  kind: TicketKind;
  channel: TicketChannel;
  subject: string;
  text: string;
  /** Of a complaint, when it is known already. */
  medical?: boolean | null;
  dispute?: boolean;
  /** Nobody of the department concerned may learn of it. */
  confidential?: boolean;
  /** By default by kind. */
  colour?: TicketColour;
  /** `investigation` by default. */
  settlement?: TicketSettlement;
  patientId?: string | null;
  reporterName?: string | null;
  reporterPhone?: string | null;
  departmentCode?: string | null;
  staffMemberId?: string | null;
  complainantType?: ComplainantType | null;
  /** When it reached the hospital; now by default. */
  receivedAt?: Date;
  /** What may make one ticket only, for instance `follow-up.complaint:<request id>`; asked again nothing is made. */
  onceKey?: string;
}

const UNTOUCHED = {
  ...{ holderId: null, holderName: null, deskDepartmentCode: null, claimedAt: null, repliedAt: null },
  ...{ waitingSince: null, solvedAt: null, solution: null, endedAt: null, stopReason: null, reopened: 0 },
  ...{ mergedInto: null, mergedFrom: null, version: 1 },
} as const;

/** Makes tickets of requests, for people's and for events'. */
@Injectable()
export class NewTickets {
  constructor(
    private readonly steps: TicketSteps,
    private readonly listeners: TicketListeners,
    private readonly search: TicketSearch,
    private readonly living: LivingPatients,
  ) {}

  /**
   * Stores the ticket with its first entry and event, and tells the listeners.
   * @returns the one that stands already, and `opened: false`, when `onceKey` was there before
   * @throws Problem 410 `person-erased`
   */
  async open(
    tx: EntityManager,
    wanted: NewTicket,
    effects: Effects,
  ): Promise<{ ticket: TicketEntity; opened: boolean }> {
    const { occasion } = effects;
    await this.living.require(tx, wanted.patientId);
    const { number, colours } = await nextNumber(tx, wanted.receivedAt ?? occasion.now, occasion);
    const colour = wanted.colour ?? defaultColour(colours, wanted.kind, wanted.medical ?? null);
    const ticket = newTicket({ ...wanted, colour }, number, occasion);
    if (!(await isNew(tx, ticket))) {
      return { ticket: await tx.findOneByOrFail(TicketEntity, { onceKey: String(wanted.onceKey) }), opened: false };
    }
    await this.steps.append(tx, ticket, { what: 'opened', to: 'open' }, effects);
    await this.search.add(tx, ticket.id, [ticket.subject, ticket.text]);
    effects.event(TicketOpenedV1, {
      ...factsOf(ticket, occasion),
      channel: ticket.channel,
      receivedAt: ticket.receivedAt.toISOString(),
    });
    await this.listeners.tell('onOpened', tx, ticket, effects);
    return { ticket, opened: true };
  }
}

/** Whether the row went in; another one of its `onceKey` is waited for, and stands when it commits. */
async function isNew(tx: EntityManager, ticket: TicketEntity): Promise<boolean> {
  return (await storeRows(tx, TicketEntity, [ticket], '(once_key)')).length > 0;
}

const NEXT = `SELECT nextval('ticket_number') AS next, colours FROM colour_setting`;

/** The number a ticket gets, and the hospital's colours, in one question. */
async function nextNumber(
  tx: EntityManager,
  receivedAt: Date,
  { zone }: Occasion,
): Promise<{ number: string; colours: DefaultColours }> {
  const [row] = await prepared<{ next: string; colours: DefaultColours }>(tx, 'ticket.number', NEXT, []);
  if (!row) throw new Error('The default colours of tickets are missing');
  const { year } = Temporal.Instant.fromEpochMilliseconds(receivedAt.getTime()).toZonedDateTimeISO(zone);
  return { number: `${year}-${row.next.padStart(6, '0')}`, colours: row.colours };
}

function newTicket(wanted: NewTicket & { colour: TicketColour }, number: string, { now }: Occasion): TicketEntity {
  const actor = currentContext()?.actor;
  const medical = wanted.medical ?? null;
  return {
    ...UNTOUCHED,
    id: newId(),
    number,
    onceKey: wanted.onceKey ?? null,
    kind: wanted.kind,
    medical,
    dispute: wanted.dispute ?? false,
    confidential: wanted.confidential ?? false,
    colour: wanted.colour,
    settlement: wanted.settlement ?? 'investigation',
    channel: wanted.channel,
    patientId: wanted.patientId ?? null,
    reporterName: wanted.reporterName ?? null,
    reporterPhone: wanted.reporterPhone ?? null,
    subject: wanted.subject,
    text: wanted.text,
    departmentCode: wanted.departmentCode ?? null,
    staffMemberId: wanted.staffMemberId ?? null,
    complainantType: wanted.complainantType ?? null,
    state: 'open',
    receivedAt: wanted.receivedAt ?? now,
    openedAt: now,
    openedBy: actor?.id ?? null,
    openedByName: actor?.name || null,
  };
}
