import { Audited, etagOf, Requires } from '#platform';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Task } from '../tasks/tasks.dto.js';
import { presentTask } from '../tasks/tasks.query.js';
import { GivingBack } from './giving-back.js';
import { HandOut } from './hand-out.js';
import { GiveBack, NextTask, type NoTask } from './queue.dto.js';

const ETAG = { ETag: { description: 'Version of the task, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('follow-up tasks')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('follow-up/tasks')
export class QueueController {
  constructor(
    private readonly handOut: HandOut,
    private readonly givingBack: GivingBack,
  ) {}

  @Post('next')
  @HttpCode(200)
  @Audited('patient', { answer: ['task.patientId'] })
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'Take the next call',
    description:
      'FU-7. Needs follow-up.write. Urgent tasks and promised calls first, then by due date: of those dealt to you and of those dealt to nobody, if you have the skill. Nobody else gets it while you have it (30 minutes ⚙); asked again, you get the same one again and keep it longer, up to four times that; what may not be called any more, in quiet hours for instance, goes back. In quiet hours, on holidays and at times the patient declared there are only urgent ones.',
  })
  @ApiOkResponse({ type: NextTask, headers: ETAG })
  @ApiConflictResponse({ description: 'calendar-unknown: nobody has noted the public holidays of this `year` yet.' })
  async next(@Res({ passthrough: true }) reply: FastifyReply): Promise<NextTask> {
    const { task, because, resumesAt } = await this.handOut.next();
    if (task) void reply.header('etag', etagOf(task.version));
    return {
      task: task && presentTask(task),
      because: because as NoTask | null,
      resumesAt: resumesAt?.toISOString() ?? null,
    };
  }

  @Post(':id/release')
  @HttpCode(200)
  @Audited('patient', { answer: ['patientId'] })
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'Give a task back that you took',
    description:
      'FU-7. Needs follow-up.write. Other nurses come first: you get it again only when nothing else waits for you, or when it is dealt to you. The reason is kept in the audit.',
  })
  @ApiOkResponse({ type: Task, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
  @ApiNotFoundResponse({ description: 'There is no such task.' })
  @ApiConflictResponse({ description: 'task-not-in-hand: you do not have it, or no longer.' })
  async release(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: GiveBack,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    const task = await this.givingBack.giveBack(id, body);
    void reply.header('etag', etagOf(task.version));
    return task;
  }
}
