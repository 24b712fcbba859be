import { Audited, currentContext, expectedVersion, Problem, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Put, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG, NeedsIfMatch, tagged } from '../http/versioned.js';
import { NotificationsQuery } from './notifications.query.js';
import { PreferencesView, SavePreferences } from './preferences.dto.js';
import { PreferencesService } from './preferences.service.js';

const WHAT =
  'By which channels, and outside which quiet hours, for each urgency. Red ones come at any hour by every channel: about ' +
  'them there is nothing to choose (ORG-2).';
const NOBODY = 'not-found: neither a staff member nor an account.';

@ApiTags('notifications')
@ApiBearerAuth()
@Audited('notification-preferences', { params: ['personId'], answer: ['personId'] })
@Controller('staff/notifications/preferences')
export class PreferencesController {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly people: NotificationsQuery,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read how I want to be told', description: `${WHAT} Every role.` })
  @ApiOkResponse({ type: PreferencesView, headers: ETAG })
  async own(@Res({ passthrough: true }) reply: FastifyReply): Promise<PreferencesView> {
    return tagged(await this.preferences.read(await this.caller()), reply);
  }

  @Put()
  @ApiOperation({
    summary: 'Say how I want to be told',
    description: `${WHAT} The first has the ETag "0". Every role.`,
  })
  @NeedsIfMatch()
  @ApiOkResponse({ type: PreferencesView, headers: ETAG })
  async saveOwn(
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SavePreferences,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PreferencesView> {
    const saved = await this.preferences.save(await this.caller(), expectedVersion(ifMatch), body);
    return tagged(saved, reply);
  }

  @Get(':personId')
  @Requires('accounts.manage')
  @ApiOperation({ summary: 'Read how somebody wants to be told', description: 'By id of the member or of an account.' })
  @ApiOkResponse({ type: PreferencesView, headers: ETAG })
  @ApiNotFoundResponse({ description: NOBODY })
  async read(
    @Param('personId', ParseUUIDPipe) personId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PreferencesView> {
    return tagged(await this.preferences.read(await this.preferences.personIn(personId)), reply);
  }

  @Put(':personId')
  @Requires('accounts.manage')
  @ApiOperation({ summary: 'Say how somebody is to be told', description: `${WHAT} The first has the ETag "0".` })
  @NeedsIfMatch()
  @ApiOkResponse({ type: PreferencesView, headers: ETAG })
  @ApiNotFoundResponse({ description: NOBODY })
  async save(
    @Param('personId', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SavePreferences,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PreferencesView> {
    const personId = await this.preferences.personIn(id);
    return tagged(await this.preferences.save(personId, expectedVersion(ifMatch), body), reply);
  }

  private caller(): Promise<string> {
    const actor = currentContext()?.actor;
    if (!actor) throw new Problem(401, 'token-missing');
    return this.people.personOf(actor.id);
  }
}
