import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { ResultDetail, ResultPage } from './results.dto.js';
import { RESULTS } from './results.list.js';
import { ResultQueries } from './results.queries.js';

@ApiTags('results')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('patients.read')
@Audited('patient', { answer: ['patientId'] })
@Controller('patients')
export class ResultsController {
  constructor(private readonly results: ResultQueries) {}

  @Audited('patient', { params: ['id'], answer: ['items.patientId'] })
  @Get(':id/results')
  @ApiOperation({
    summary: 'List laboratory, imaging and other results of a patient, the latest first',
    description:
      'PT-2. Those of merged records too. Sensitive ones (HIV, pregnancy, psychiatry …) are told only to callers with ' +
      'patients.sensitive.read; others see that there is one.',
  })
  @Lists(RESULTS)
  @ApiOkResponse({ type: ResultPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  ofPatient(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<ResultPage> {
    return this.results.ofPatient(id, query);
  }

  @Get('results/:id')
  @ApiOperation({
    summary: 'Read a result with all of its text and every report made of it',
    description: 'PT-2. What a correction replaced is in the earlier reports. Of a sensitive one as in the list.',
  })
  @ApiOkResponse({ type: ResultDetail })
  @ApiNotFoundResponse({ description: 'not-found' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<ResultDetail> {
    return this.results.read(id);
  }
}
