import { Audited, etagOf, expectedVersion, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
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
import { Attempts, NewAttempt, RecordedAttempt } from './attempts.dto.js';
import { AttemptsService } from './attempts.service.js';

const ETAG = { ETag: { description: 'Version of the task, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('follow-up tasks')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'There is no such task.' })
@Audited('patient', { answer: ['task.patientId'] })
@Controller('follow-up/tasks/:id/attempts')
export class AttemptsController {
  constructor(private readonly attempts: AttemptsService) {}

  @Get()
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'List the attempts of a task', description: 'FU-7. Needs follow-up.read. Oldest first.' })
  @ApiOkResponse({ type: Attempts })
  async list(@Param('id', ParseUUIDPipe) id: string): Promise<Attempts> {
    return { items: await this.attempts.list(id) };
  }

  @Post()
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'Record what came of a call',
    description:
      'FU-7. Needs follow-up.write. No answer is tried again the next day at another time of day, a busy line and urgent calls soon (30 minutes ⚙); after three calls ⚙ nobody took, or when no day is left, the task ends as no-answer and a message goes out instead. Nobody is called in quiet hours. A wrong number is told to the centre’s managers. Whoever records gives the task out of the hand. Who was handed the task may record although her time is over: when she spoke with somebody the task ends for whoever has it now, else the attempt is kept as `late` and changes nothing, as it is when the task closed meanwhile (ADR 77). Emits follow-up.task.attempted.v1, and follow-up.task.completed.v1 when the task ends.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiCreatedResponse({ type: RecordedAttempt, headers: ETAG })
  @ApiBadRequestResponse({
    description:
      'validation-failed, with one entry a field; not-in-future or after-last-day for a time at which nobody can be called.',
  })
  @ApiConflictResponse({
    description:
      'task-not-open, with its `taskStatus`: somebody else closed it, and it was not handed to you. task-claimed: it is in another nurse’s hand `claimedUntil` then, and was not handed to you. Of answers: questionnaire-not-asked, a draft or a version retired before the task opened; task-asked-another, with what it `asked`; task-answered: it has its answers, by a link perhaps.',
  })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async record(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: NewAttempt,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedAttempt> {
    const recorded = await this.attempts.record(id, expectedVersion(ifMatch), body);
    void reply.header('etag', etagOf(recorded.task.version));
    return recorded;
  }
}
