import { Audited, Lists, Requires } from '#platform';
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
import { TimelinePage, TimelineQuery } from './timeline.dto.js';
import { TIMELINE } from './timeline.list.js';
import { TimelineQueries } from './timeline.queries.js';

@ApiTags('timeline')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('patient', { params: ['id'] })
@Controller('patients/:id/timeline')
export class TimelineController {
  constructor(private readonly timeline: TimelineQueries) {}

  @Get()
  @Requires('patients.read')
  @ApiOperation({
    summary: 'Read everything that happened to a patient, the latest first',
    description:
      'PT-2. Visits with their diagnoses and procedures, decisions (consents given and withdrawn, states), facts ' +
      '(allergies and others, said and taken back), cards, promises, merges, gifts, offers to come again, and every contact the centre ' +
      'had. Of merged records too.',
  })
  @Lists(TIMELINE)
  @ApiOkResponse({ type: TimelinePage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort, kind or cursor that is none.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  ofPatient(@Param('id', ParseUUIDPipe) id: string, @Query() query: TimelineQuery): Promise<TimelinePage> {
    return this.timeline.ofPatient(id, query);
  }
}
