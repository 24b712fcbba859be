import { Audited, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import {
  CrisisPage,
  CrisisView,
  ClosedCrisis,
  NewApproval,
  NewCrisis,
  NewStatement,
  StatementHistory,
  Wordings,
} from './crises.dto.js';
import { CRISES } from './crises.list.js';
import { CrisisQueries, presentCrisis } from './crises.queries.js';
import { Crises } from './crises.service.js';

@ApiTags('crises')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('crisis', { params: ['id'], answer: ['id'] })
@Controller('complaints/crises')
export class CrisesController {
  constructor(
    private readonly crises: Crises,
    private readonly queries: CrisisQueries,
  ) {}

  @Get()
  @NotPersonal()
  @Requires('crises.handle')
  @ApiOperation({ summary: 'List crises', description: 'CP-6. Closed ones too.' })
  @Lists(CRISES)
  @ApiOkResponse({ type: CrisisPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<CrisisPage> {
    return this.queries.list(query);
  }

  @Post()
  @Requires('crises.handle')
  @ApiOperation({
    summary: 'Declare a crisis',
    description:
      'CP-6. Service, medical affairs and legal are called at once, at any hour, and have two hours for facts, correction and compensation.',
  })
  @ApiCreatedResponse({ type: CrisisView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  async declare(@Body() body: NewCrisis): Promise<CrisisView> {
    return presentCrisis(await this.crises.declare(body));
  }

  @Get('wordings')
  @NotPersonal()
  @ApiOperation({
    summary: 'Read what everybody says in the crises that go on',
    description:
      'CP-6. For everybody who is signed in: the one wording of each that all three approved, and nothing else.',
  })
  @ApiOkResponse({ type: Wordings })
  wordings(): Promise<Wordings> {
    return this.queries.wordings();
  }

  @Get(':id')
  @NotPersonal()
  @Requires('crises.handle')
  @ApiOperation({ summary: 'Read a crisis', description: 'CP-6.' })
  @ApiOkResponse({ type: CrisisView })
  @ApiNotFoundResponse({ description: 'not-found' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<CrisisView> {
    return this.queries.read(id);
  }

  @Get(':id/statements')
  @NotPersonal()
  @Requires('crises.handle')
  @ApiOperation({
    summary: 'Read every version of a crisis’s statement',
    description: 'CP-6. With who wrote and who approved it.',
  })
  @ApiOkResponse({ type: StatementHistory })
  @ApiNotFoundResponse({ description: 'not-found' })
  history(@Param('id', ParseUUIDPipe) id: string): Promise<StatementHistory> {
    return this.queries.history(id);
  }

  @Post(':id/statements')
  @Requires('crises.handle')
  @ApiOperation({
    summary: 'Write the next version of the statement',
    description:
      'CP-6. Nobody has approved it yet, whoever approved the one before; what was approved stays the wording for all until this one is.',
  })
  @ApiCreatedResponse({ type: CrisisView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'statement-outdated: somebody wrote `newestVersion` meanwhile. crisis-closed.' })
  async state(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewStatement): Promise<CrisisView> {
    return presentCrisis(await this.crises.state(id, body));
  }

  @Post(':id/statements/:version/approvals')
  @HttpCode(200)
  @Requires('crises.handle')
  @ApiOperation({
    summary: 'Approve exactly one version of the statement',
    description:
      'CP-6. By three people: centre manager for service, medical affairs, legal. With the third it is what everybody says, and the clock of two hours stops.',
  })
  @ApiOkResponse({ type: CrisisView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiForbiddenResponse({ description: 'The right is missing; statement-not-your-seat: the role of that seat is.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({
    description:
      'statement-outdated: it was edited since, see `newestVersion`. statement-seat-taken, statement-two-seats, crisis-closed.',
  })
  async approve(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
    @Body() { seat }: NewApproval,
  ): Promise<CrisisView> {
    return presentCrisis(await this.crises.approve(id, version, seat));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Requires('crises.handle')
  @ApiOperation({
    summary: 'Close a crisis',
    description: 'CP-6. Not without an approved statement; its wording is no longer given out.',
  })
  @ApiOkResponse({ type: CrisisView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'crisis-without-statement, crisis-closed' })
  async close(@Param('id', ParseUUIDPipe) id: string, @Body() { outcome }: ClosedCrisis): Promise<CrisisView> {
    return presentCrisis(await this.crises.close(id, outcome ?? null));
  }
}
