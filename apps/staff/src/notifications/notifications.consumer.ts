import {
  ComplaintsNotificationRequestedV1,
  FollowUpNotificationRequestedV1,
  type NotificationRequest,
} from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { NotificationsService } from './notifications.service.js';

/** What other services want somebody told (ORG-2): one contract a service, all of one shape. */
@Controller()
export class NotificationsConsumer {
  constructor(private readonly notifications: NotificationsService) {}

  @OnEvent(FollowUpNotificationRequestedV1)
  async onRequested(@Payload() event: ReceivedEvent<NotificationRequest>, @Ctx() context: EventContext): Promise<void> {
    await this.notifications.request(context.tx, event.data, event.source, new Date(event.time));
  }

  @OnEvent(ComplaintsNotificationRequestedV1)
  async onComplaint(@Payload() event: ReceivedEvent<NotificationRequest>, @Ctx() context: EventContext): Promise<void> {
    await this.notifications.request(context.tx, event.data, event.source, new Date(event.time));
  }
}
