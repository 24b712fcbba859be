import { ComplaintRequestedV1 } from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { NewTickets } from '../tickets/new-tickets.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { ticketOfAnswer } from './ticket-of-answer.rules.js';

/** Answers to questionnaires that tell of dissatisfaction, or of a gift that was taken, become tickets (FU-9, FU-10). */
@Controller()
export class FollowUpConsumer {
  constructor(
    private readonly tickets: NewTickets,
    private readonly steps: TicketSteps,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** Asked again, also by another event of the same request, nothing is made. */
  @OnEvent(ComplaintRequestedV1)
  async onRequested(@Payload() event: ReceivedEvent<ComplaintRequestedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { hospitalZone: zone } = this.config;
    const effects = new Effects({ now: this.clock.now(), zone, cause: event.id });
    const { opened } = await this.tickets.open(tx, ticketOfAnswer(event.data), effects);
    if (opened) await this.steps.announce(tx, effects);
  }
}
