import { Audited, etagOf, expectedVersion, Requires } from '#platform';
import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
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
import { Task } from '../tasks/tasks.dto.js';
import { LetterDates } from './letters.dto.js';
import { LettersService } from './letters.service.js';

const ETAG = { ETag: { description: 'Version of the task, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('follow-up tasks')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('patient', { answer: ['patientId'] })
@Controller('follow-up/tasks/:id/letter')
export class LettersController {
  constructor(private readonly letters: LettersService) {}

  @Post()
  @HttpCode(200)
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'Note when a letter was sent, or came back',
    description:
      'FU-7. Needs follow-up.write. Sent: the task stays open. Returned: it ends as reached, with the answers in the letter, if any; emits follow-up.task.attempted.v1 and follow-up.task.completed.v1.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: Task, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed: also a day to come, or one of return before the sending.' })
  @ApiNotFoundResponse({ description: 'There is no such task.' })
  @ApiConflictResponse({
    description:
      'task-not-open, with its `taskStatus`; task-not-letter, with its `mode`. Of answers: questionnaire-not-asked, a draft or a version retired before the task opened; task-asked-another, with what it `asked`; task-answered: it has its answers.',
  })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async note(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: LetterDates,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Task> {
    const task = await this.letters.note(id, expectedVersion(ifMatch), body);
    void reply.header('etag', etagOf(task.version));
    return task;
  }
}
