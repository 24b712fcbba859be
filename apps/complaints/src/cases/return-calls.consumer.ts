import { ComplaintCallEndedV1 } from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { lockTicket } from '../tickets/locked-ticket.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { callById, isAnswer } from './return-call-rows.js';
import { ReturnCalls } from './return-calls.js';

/** What patients said when follow-up called them (CP-4). */
@Controller()
export class ReturnCallsConsumer {
  constructor(
    private readonly calls: ReturnCalls,
    private readonly steps: TicketSteps,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** Of a call that was erased with its ticket, or never asked for, nothing is kept. */
  @OnEvent(ComplaintCallEndedV1)
  async onEnded(
    @Payload() { id: cause, data }: ReceivedEvent<ComplaintCallEndedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const { callId, outcome, responseId } = data;
    const asked = await callById(tx, callId);
    if (!asked) return;
    const ticket = await lockTicket(tx, asked.ticketId);
    const call = await callById(tx, callId);
    if (!call || call.outcome === outcome) return;
    // The centre may have heard meanwhile what a call of follow-up never did.
    if (isAnswer(call.outcome) && !isAnswer(outcome)) return;
    const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone, cause });
    await this.calls.end(tx, ticket, call, { outcome, responseId }, effects);
    await this.steps.announce(tx, effects);
  }
}
