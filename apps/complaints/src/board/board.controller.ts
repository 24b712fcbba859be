import { Audited, currentContext, EventStreams, Problem, Requires, Rights } from '#platform';
import { Controller, Get, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BoardFeed } from './board-feed.js';
import { Board, BoardChange, BoardQuery } from './board.dto.js';
import { BoardQueries, type Sight } from './board.queries.js';

const CARDS = 20;

@ApiTags('board')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiExtraModels(BoardChange)
@Audited('ticket', { answer: ['columns.cards.ticketId'] })
@Controller('complaints/board')
export class BoardController {
  constructor(
    private readonly board: BoardQueries,
    private readonly feed: BoardFeed,
    private readonly streams: EventStreams,
    private readonly rights: Rights,
  ) {}

  @Get()
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'Read the board: tickets at work by colour and time left',
    description: 'CP-10. Disputes and confidential tickets are on it for those who may see them.',
  })
  @ApiOkResponse({ type: Board })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  read(@Query() { departmentCode, holderId, first }: BoardQuery): Promise<Board> {
    const { id, sight } = this.reader();
    const holder = holderId === 'me' ? id : holderId;
    return this.board.read({ ...sight, departmentCode, holderId: holder, first: first ?? CARDS });
  }

  @Get('stream')
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'Follow the board live',
    description:
      'Server-sent events: `ready`, then a `change` for each ticket that changes, with the facts a card has and none of ' +
      'its words. Who was away reads the board again. A browser opens it with a stream ticket. Ends with the token.',
  })
  @ApiOkResponse({
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(BoardChange) } } },
    description: 'The data of each `change`, as JSON.',
  })
  async stream(@Res() reply: FastifyReply): Promise<void> {
    await this.feed.follow(this.reader().sight, this.streams.open(reply));
  }

  private reader(): { id: string; sight: Sight } {
    const actor = currentContext()?.actor;
    if (!actor) throw new Problem(401, 'token-missing');
    const may = (right: Parameters<Rights['allows']>[1]) => this.rights.allows(actor, right);
    return {
      id: actor.id,
      sight: { disputes: may('complaints.disputes'), confidential: may('complaints.confidential') },
    };
  }
}
