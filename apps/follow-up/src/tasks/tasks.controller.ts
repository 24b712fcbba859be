import { Audited, etagOf, expectedVersion, Lists, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AttemptsService } from '../desk/attempts.service.js';
import { CompleteTask, Task, TaskPage, TasksQuery } from './tasks.dto.js';
import { TASKS } from './tasks.list.js';
import { TasksService } from './tasks.service.js';

const ETAG = { ETag: { description: 'Version of the task, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('follow-up tasks')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('patient', { answer: ['patientId', 'items.patientId'], query: ['patientId'] })
@Controller('follow-up/tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly attempts: AttemptsService,
  ) {}

  @Get()
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'List follow-up tasks', description: 'By due date, unless `sort` says otherwise.' })
  @Lists(TASKS)
  @ApiOkResponse({ type: TaskPage })
  list(@Query() query: TasksQuery): Promise<TaskPage> {
    return this.tasks.list(query);
  }

  @Get(':id')
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'Read a follow-up task' })
  @ApiOkResponse({ type: Task, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such task.' })
  async read(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Task> {
    return tagged(await this.tasks.read(id), reply);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'Record how an open task ended',
    description:
      'Needs follow-up.write. Records a last attempt, as `/attempts` does: no answer is not tried again, a message goes out instead. Who and when are taken from the token and the clock. Emits follow-up.task.attempted.v1 and follow-up.task.completed.v1.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: Task, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such task.' })
  @ApiConflictResponse({
    description:
      'task-not-open, with its `taskStatus` and what is `allowed` from there; task-claimed: another nurse has it.',
  })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: CompleteTask,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    const { task } = await this.attempts.record(id, expectedVersion(ifMatch), body, true);
    return tagged(task, reply);
  }
}

function tagged(task: Task, reply: FastifyReply): Task {
  void reply.header('etag', etagOf(task.version));
  return task;
}
