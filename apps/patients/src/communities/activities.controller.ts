import { Audited, Requires } from '#platform';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
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
import { ActivitiesResult, ActivityResult, NewActivities, NewActivity } from './activities.dto.js';
import { Activities } from './activities.service.js';

@ApiTags('communities')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({
  description: 'The right is missing; with patients.communities.manage as `right`: somebody else is the owner.',
})
@ApiNotFoundResponse({ description: 'not-found' })
@ApiConflictResponse({ description: 'community-closed' })
@Audited('community', { params: ['id'] })
@Controller('patients/communities/:id/activities')
export class ActivitiesController {
  constructor(private readonly activities: Activities) {}

  @Post()
  @Requires('patients.communities.write')
  @ApiOperation({
    summary: 'Record something heard of a member',
    description:
      'PT-10. A message, a reaction, a visit to the doctor’s hour or a consultation, also late. What was said is not kept, only that and when.',
  })
  @ApiCreatedResponse({ type: ActivityResult })
  @ApiBadRequestResponse({
    description: 'validation-failed: also nobody who was a member then (not-a-member), or a time to come.',
  })
  record(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewActivity): Promise<ActivityResult> {
    return this.activities.record(id, body);
  }

  @Post('batch')
  @HttpCode(200)
  @Requires('patients.communities.write')
  @ApiOperation({
    summary: 'Record an export of the group',
    description:
      'PT-10. Up to 1,000 a call, in any order; the same again changes nothing where `externalId` is given. What cannot be recorded is listed and loses nothing else.',
  })
  @ApiOkResponse({ type: ActivitiesResult })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  recordAll(@Param('id', ParseUUIDPipe) id: string, @Body() { items }: NewActivities): Promise<ActivitiesResult> {
    return this.activities.recordAll(id, items);
  }
}
