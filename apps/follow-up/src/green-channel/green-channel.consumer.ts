import { NotificationAcknowledgedV1 } from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { GREEN_CHANNEL } from './green-channel-notices.js';
import { GreenChannelService } from './green-channel.service.js';

/** A doctor who acknowledges in the inbox of notifications takes the case on (FU-4). */
@Controller()
export class GreenChannelConsumer {
  constructor(private readonly cases: GreenChannelService) {}

  @OnEvent(NotificationAcknowledgedV1)
  async onAcknowledged(
    @Payload() { data }: ReceivedEvent<NotificationAcknowledgedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    if (data.purpose !== GREEN_CHANNEL) return;
    await this.cases.acknowledgedElsewhere(tx, data.subjectId, data.personId, new Date(data.acknowledgedAt));
  }
}
