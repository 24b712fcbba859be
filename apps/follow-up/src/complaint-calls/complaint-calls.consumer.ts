import { ComplaintCallRequestedV1, ComplaintCallWithdrawnV1 } from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { ComplaintCalls } from './complaint-calls.js';

/** Complaints that were closed, and taken up again (CP-4). */
@Controller()
export class ComplaintCallsConsumer {
  constructor(
    private readonly calls: ComplaintCalls,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  @OnEvent(ComplaintCallRequestedV1)
  async onRequested(
    @Payload() event: ReceivedEvent<ComplaintCallRequestedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const [occasion, effects] = [this.occasion(event), new Effects()];
    await this.calls.open(tx, event.data, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }

  @OnEvent(ComplaintCallWithdrawnV1)
  async onWithdrawn(
    @Payload() event: ReceivedEvent<ComplaintCallWithdrawnV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const [occasion, effects] = [this.occasion(event), new Effects()];
    await this.calls.withdraw(tx, event.data.callId, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }

  private occasion({ id }: ReceivedEvent): Occasion {
    return occasionAt(this.clock.now(), this.config.hospitalZone, id);
  }
}
