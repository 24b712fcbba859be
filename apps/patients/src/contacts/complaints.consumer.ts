import {
  TicketAttributedV1,
  TicketClaimedV1,
  TicketClosedV1,
  TicketMergedV1,
  TicketOpenedV1,
  TicketPausedV1,
  TicketReassignedV1,
  TicketReclassifiedV1,
  TicketRecolouredV1,
  TicketRedatedV1,
  TicketReopenedV1,
  TicketResumedV1,
  TicketSolvedV1,
  TicketStoppedV1,
  TicketUnmergedV1,
  type TicketFacts,
} from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { contactOfTicket } from './complaints.contacts.js';
import { ContactsStore } from './contacts.store.js';
import { OpenTickets } from './open-tickets.js';

/** What people asked for or complained of, for their timelines (PT-2), and what of it is open yet (CC-2). */
@Controller()
export class ComplaintsConsumer {
  constructor(
    private readonly contacts: ContactsStore,
    private readonly open: OpenTickets,
  ) {}

  @OnEvent(TicketOpenedV1)
  opened(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
    return this.take(event, context);
  }

  /** Opened of nobody; from now on somebody's. What was told of it before named no patient, and says nothing here. */
  @OnEvent(TicketAttributedV1)
  attributed(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
    return this.take(event, context);
  }

  @OnEvent(TicketSolvedV1)
  solved(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
    return this.take(event, context);
  }

  @OnEvent(TicketClosedV1)
  closed(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
    return this.take(event, context);
  }

  @OnEvent(TicketReopenedV1)
  reopened(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
    return this.take(event, context);
  }

  @OnEvent(TicketStoppedV1)
  stopped(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
    return this.take(event, context);
  }

  /** Says nothing of its own on a timeline: it only takes away what is for few from now on. */
  @OnEvent(TicketReclassifiedV1)
  async reclassified(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
    if (event.data.restricted) await this.take(event, context);
    else await this.open.note(context.tx, event.data);
  }

  @OnEvent(TicketClaimedV1)
  claimed(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  @OnEvent(TicketPausedV1)
  paused(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  @OnEvent(TicketResumedV1)
  resumed(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  @OnEvent(TicketRecolouredV1)
  recoloured(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  @OnEvent(TicketReassignedV1)
  reassigned(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  @OnEvent(TicketMergedV1)
  merged(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  @OnEvent(TicketUnmergedV1)
  unmerged(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  /** Says nothing on a timeline: what it is due by moved with another ticket (CP-10). */
  @OnEvent(TicketRedatedV1)
  redated(@Payload() { data }: ReceivedEvent<TicketFacts>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.open.note(tx, data);
  }

  /** Of a dispute, or what was told in confidence, nothing stands on a timeline, nor what stood there before (CP-3). */
  private async take(event: ReceivedEvent<TicketFacts>, { tx }: EventContext): Promise<void> {
    const { patientId, ticketId, restricted } = event.data;
    if (patientId === undefined) return;
    await this.open.note(tx, event.data);
    if (restricted) await this.contacts.withdraw(tx, patientId, 'complaint', ticketId);
    else await this.contacts.add(tx, contactOfTicket(event, patientId));
  }
}
