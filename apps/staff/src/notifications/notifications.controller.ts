import {
  type Actor,
  Audited,
  currentContext,
  EventStreams,
  ListQuery,
  Lists,
  NotPersonal,
  Problem,
  Requires,
  Rights,
} from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { INBOX } from './inbox.list.js';
import { NotificationFeed } from './notification-feed.js';
import {
  CHANGE_NAMES,
  InboxPage,
  NotificationChange,
  NotificationDetail,
  NotificationReceipt,
  SendNotification,
} from './notifications.dto.js';
import { NotificationsQuery } from './notifications.query.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('notifications')
@ApiBearerAuth()
@ApiExtraModels(NotificationChange)
@Audited('notification', { params: ['id'], answer: ['id'] })
@Controller('staff/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly query: NotificationsQuery,
    private readonly feed: NotificationFeed,
    private readonly streams: EventStreams,
    private readonly rights: Rights,
  ) {}

  @Post()
  @Requires('notifications.send')
  @ApiOperation({
    summary: 'Tell somebody',
    description:
      'A person, whoever is on duty for a department and role, everybody with a role, or a list of these (ORG-2). ' +
      'One purpose, subject and occasion is one notification. Emits staff.notification.sent.v1.',
  })
  @ApiCreatedResponse({ type: NotificationReceipt, description: 'Accepted; the people are told or stand in line.' })
  @ApiOkResponse({ type: NotificationReceipt, description: 'It had been asked for before.' })
  async send(
    @Body() body: SendNotification,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NotificationReceipt> {
    const receipt = await this.notifications.send(body, caller().id);
    void reply.header('location', `/staff/notifications/${receipt.id}`).status(receipt.isNew ? 201 : 200);
    return receipt;
  }

  @Get()
  @NotPersonal()
  @ApiOperation({ summary: 'List what I was told', description: 'Newest first, each once. Every role.' })
  @Lists(INBOX)
  @ApiOkResponse({ type: InboxPage })
  async inbox(@Query() query: ListQuery): Promise<InboxPage> {
    return this.query.inbox(await this.query.personOf(caller().id), query);
  }

  @Get('stream')
  @NotPersonal()
  @ApiOperation({
    summary: 'Follow my notifications live',
    description:
      `Server-sent events: \`ready\` first, then ${CHANGE_NAMES.map((name) => `\`${name}\``).join(', ')}, each with its ` +
      'number as id. Send the last one as Last-Event-ID to miss nothing; `ready` says `resumed: false` when the list ' +
      'has to be read again. A browser opens it with a stream ticket. Ends with the token. Every role.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last event seen.' })
  @ApiQuery({ name: 'lastEventId', required: false, description: 'The same, for an EventSource that is opened anew.' })
  @ApiOkResponse({
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(NotificationChange) } } },
    description: 'The data of each event but `ready`, as JSON.',
  })
  async stream(@Res() reply: FastifyReply): Promise<void> {
    const personId = await this.query.personOf(caller().id);
    await this.feed.follow(personId, this.streams.open(reply));
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Read a notification and its trail',
    description:
      'Who was told when and by what, and who acknowledged. ' +
      'Every role, of what the caller was told; of others with the right notifications.send.',
  })
  @ApiOkResponse({ type: NotificationDetail })
  @ApiNotFoundResponse({ description: 'not-found: there is none, or the caller was not told it.' })
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<NotificationDetail> {
    const actor = caller();
    const maySeeAll = this.rights.allows(actor, 'notifications.send');
    return this.query.detail(id, await this.query.personOf(actor.id), maySeeAll);
  }

  @Post(':id/acknowledge')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Acknowledge a notification',
    description:
      'Nobody else is told. Repeated, it changes nothing. Emits staff.notification.acknowledged.v1. Every role.',
  })
  @ApiNoContentResponse({ description: 'Acknowledged by the caller.' })
  @ApiNotFoundResponse({ description: 'not-found: the caller was not told it.' })
  @ApiConflictResponse({
    description:
      'notification-acknowledged: by somebody else, at `acknowledgedAt`; notification-settled: nobody is needed any more.',
  })
  async acknowledge(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.notifications.acknowledge(id, await this.query.personOf(caller().id));
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mark a notification as read', description: 'In every window of the caller. Every role.' })
  @ApiNoContentResponse({ description: 'Read.' })
  @ApiNotFoundResponse({ description: 'not-found: the caller was not told it.' })
  async markRead(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.notifications.read(id, await this.query.personOf(caller().id));
  }
}

function caller(): Actor {
  const actor = currentContext()?.actor;
  if (!actor) throw new Problem(401, 'token-missing');
  return actor;
}
