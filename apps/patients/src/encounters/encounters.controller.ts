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
import { EncounterPage, EncounterView } from './encounters.dto.js';
import { ENCOUNTERS } from './encounters.list.js';
import { EncounterQueries } from './encounters.queries.js';

@ApiTags('encounters')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('patients.read')
@Audited('patient', { answer: ['patientId', 'items.patientId'] })
@Controller('patients')
export class EncountersController {
  constructor(private readonly encounters: EncounterQueries) {}

  @Get('encounters/:id')
  @ApiOperation({ summary: 'Read a visit or stay' })
  @ApiOkResponse({ type: EncounterView })
  @ApiNotFoundResponse({ description: 'not-found' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<EncounterView> {
    return this.encounters.read(id);
  }

  @Audited('patient', { params: ['id'], answer: ['items.patientId'] })
  @Get(':id/encounters')
  @ApiOperation({
    summary: 'List the visits and stays of a patient, the latest first',
    description: 'Those of merged records too.',
  })
  @Lists(ENCOUNTERS)
  @ApiOkResponse({ type: EncounterPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  ofPatient(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<EncounterPage> {
    return this.encounters.ofPatient(id, query);
  }
}
