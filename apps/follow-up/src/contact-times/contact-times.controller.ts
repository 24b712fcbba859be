import { Audited, Requires } from '#platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { ContactTimes, NewContactTimes } from './contact-times.dto.js';
import { ContactTimesService } from './contact-times.service.js';

@ApiTags('follow-up calls')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('patient', { params: ['patientId'] })
@Controller('follow-up/people/:patientId/contact-times')
export class ContactTimesController {
  constructor(private readonly times: ContactTimesService) {}

  @Get()
  @Requires('follow-up.read')
  @ApiOperation({
    summary: 'Read when a patient is not to be called',
    description: 'FU-7. Needs follow-up.read. Noted under any id of the person; nothing noted: an empty list.',
  })
  @ApiOkResponse({ type: ContactTimes })
  read(@Param('patientId', ParseUUIDPipe) patientId: string): Promise<ContactTimes> {
    return this.times.read(patientId);
  }

  @Put()
  @Requires('follow-up.write')
  @ApiOperation({
    summary: 'Note when a patient is not to be called',
    description:
      'FU-7. Needs follow-up.write. Replaces what was noted. Routine calls keep these times; urgent ones, and calls that the patient asked for, do not. At least one hour of the week outside the quiet hours must be left.',
  })
  @ApiOkResponse({ type: ContactTimes })
  @ApiBadRequestResponse({ description: 'validation-failed: also not-after-from, and no-hour-left in a week.' })
  note(
    @Param('patientId', ParseUUIDPipe) patientId: string,
    @Body() { notAt }: NewContactTimes,
  ): Promise<ContactTimes> {
    return this.times.note(patientId, notAt);
  }
}
