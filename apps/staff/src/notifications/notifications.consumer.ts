import {
  ComplaintsNotificationRequestedV1,
  FollowUpNotificationRequestedV1,
  FollowUpNotificationSettledV1,
  type NotificationRequest,
} from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { NotificationSettling } from './notification-settling.js';
import { NotificationsService } from './notifications.service.js';

/** What other services want somebody told (ORG-2): one contract a service, all of one shape. */
@Controller()
export class NotificationsConsumer {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly settling: NotificationSettling,
  ) {}

  @OnEvent(FollowUpNotificationRequestedV1, ComplaintsNotificationRequestedV1)
  async onRequested(@Payload() event: ReceivedEvent<NotificationRequest>, @Ctx() context: EventContext): Promise<void> {
    const { data, source, time } = event;
    await this.notifications.request(context.tx, data, source, new Date(data.owedAt ?? time));
  }

  @OnEvent(FollowUpNotificationSettledV1)
  async onSettled(
    @Payload() { data }: ReceivedEvent<FollowUpNotificationSettledV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.settling.settle(tx, data);
  }
}
