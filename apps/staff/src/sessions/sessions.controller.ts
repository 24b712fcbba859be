import { Audited, Lists, Requires } from '#platform';
import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SessionPage, SessionsQuery } from './sessions.dto.js';
import { SESSIONS } from './sessions.list.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('sessions')
@ApiBearerAuth()
@Audited('account', { params: ['id'], answer: ['items.accountId'] })
@Controller('staff')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get('sessions')
  @ApiOperation({
    summary: 'List sessions',
    description: 'Live ones, the newest first: the own, every role; those of others with the right accounts.manage.',
  })
  @Lists(SESSIONS)
  @ApiOkResponse({ type: SessionPage })
  list(@Query() query: SessionsQuery): Promise<SessionPage> {
    return this.sessions.list(query);
  }

  @Delete('sessions/:id')
  // The path names the session; the service states whose it is.
  @Audited('account')
  @HttpCode(204)
  @ApiOperation({
    summary: 'End a session',
    description:
      'Its tokens are refused everywhere within a second. The own, every role; another’s with the right ' +
      'accounts.manage. Emits staff.session.revoked.v1.',
  })
  @ApiNoContentResponse({ description: 'It has ended.' })
  end(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.end(id);
  }

  @Delete('accounts/:id/sessions')
  @HttpCode(204)
  @Requires('accounts.manage')
  @ApiOperation({ summary: 'End every session of an account', description: 'Emits staff.session.revoked.v1 for each.' })
  @ApiNoContentResponse({ description: 'All have ended.' })
  endAll(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.endAllOf(id);
  }
}
