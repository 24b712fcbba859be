import { Audited, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
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
  NewWinBackAnswer,
  PatientWinBack,
  WinBackFigures,
  WinBackFiguresQuery,
  WinBackPage,
  WinBackView,
} from './win-backs.dto.js';
import { WIN_BACKS } from './win-backs.list.js';
import { presentWinBack, WinBackQueries } from './win-backs.queries.js';
import { WinBacks } from './win-backs.service.js';

@ApiTags('win-backs')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('patients')
export class WinBacksController {
  constructor(
    private readonly winBacks: WinBacks,
    private readonly queries: WinBackQueries,
  ) {}

  @Get('win-backs')
  @Requires('patients.read')
  @Audited('patient', { answer: ['items.patientId'] })
  @ApiOperation({
    summary: 'List win-backs of patients who stayed away, the last started first',
    description: 'PT-5. Open ones by `filter=outcome eq null`; the calls of doctors by `step eq 3`.',
  })
  @Lists(WIN_BACKS)
  @ApiOkResponse({ type: WinBackPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<WinBackPage> {
    return this.queries.list(query);
  }

  @Get('win-backs/figures')
  @Requires('patients.read')
  @NotPersonal()
  @ApiOperation({
    summary: 'How many win-backs started, were answered, and brought the patient back',
    description: 'PT-5. Of those that started in a time; what became of them until now.',
  })
  @ApiOkResponse({ type: WinBackFigures })
  @ApiBadRequestResponse({ description: 'validation-failed: no instant, or from after to.' })
  figures(@Query() query: WinBackFiguresQuery): Promise<WinBackFigures> {
    return this.queries.figures(query);
  }

  @Get(':id/win-back')
  @Requires('patients.read')
  @Audited('patient', { params: ['id'] })
  @ApiOperation({
    summary: 'Read how a patient is won back: stage, open win-back and former ones',
    description: 'PT-5. Of a merged record: that of the one that answers for it, with those of both.',
  })
  @ApiOkResponse({ type: PatientWinBack })
  @ApiNotFoundResponse({ description: 'not-found' })
  ofPatient(@Param('id', ParseUUIDPipe) id: string): Promise<PatientWinBack> {
    return this.queries.ofPatient(id);
  }

  @Post(':id/win-back/answers')
  @Requires('patients.write')
  @Audited('patient', { params: ['id'] })
  @ApiOperation({
    summary: 'Record what a patient answers to the offer of the open win-back',
    description: 'PT-5. It ends with any answer: no further step comes until a new visit and another long absence.',
  })
  @ApiCreatedResponse({ type: WinBackView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'win-back-not-open: nothing was offered, or it was answered or ended already.' })
  async answer(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewWinBackAnswer): Promise<WinBackView> {
    return presentWinBack(await this.winBacks.answer(id, body));
  }
}
