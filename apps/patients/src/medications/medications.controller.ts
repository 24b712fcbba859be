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
import { MedicationPage } from './medications.dto.js';
import { MEDICATIONS } from './medications.list.js';
import { MedicationQueries } from './medications.queries.js';

@ApiTags('medications')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('patients.read')
@Audited('patient', { params: ['id'], answer: ['items.patientId'] })
@Controller('patients/:id/medications')
export class MedicationsController {
  constructor(private readonly medications: MedicationQueries) {}

  @Get()
  @ApiOperation({
    summary: 'List the drugs of a patient, ordered and handed out, the latest first',
    description:
      'PT-2. Those of merged records too; `current eq true` are those taken now. Sensitive ones are told only to callers ' +
      'with patients.sensitive.read; others see that there is one.',
  })
  @Lists(MEDICATIONS)
  @ApiOkResponse({ type: MedicationPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  ofPatient(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<MedicationPage> {
    return this.medications.ofPatient(id, query);
  }
}
