import {
  TicketClosedV1,
  TicketOpenedV1,
  TicketReclassifiedV1,
  TicketReopenedV1,
  TicketSolvedV1,
  TicketStoppedV1,
  type TicketFacts,
} from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { contactOfTicket } from './complaints.contacts.js';
import { ContactsStore } from './contacts.store.js';

/** What people asked for or complained of, for their timelines (PT-2). */
@Controller()
export class ComplaintsConsumer {
  constructor(private readonly contacts: ContactsStore) {}

  @OnEvent(TicketOpenedV1)
  opened(@Payload() event: ReceivedEvent<TicketFacts>, @Ctx() context: EventContext): Promise<void> {
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
  }

  /** Of a dispute, or what was told in confidence, nothing stands on a timeline, nor what stood there before (CP-3). */
  private async take(event: ReceivedEvent<TicketFacts>, { tx }: EventContext): Promise<void> {
    const { patientId, ticketId, restricted } = event.data;
    if (patientId === undefined) return;
    if (restricted) await this.contacts.withdraw(tx, patientId, 'complaint', ticketId);
    else await this.contacts.add(tx, contactOfTicket(event, patientId));
  }
}
