import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
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
import { PatientPage } from '../people/patient.dto.js';
import { PATIENTS } from '../people/people.list.js';
import { CandidateQueries } from './candidates.queries.js';
import { Leaving, MemberPage, MemberView, NewMember } from './members.dto.js';
import { MEMBERS, SILENT_MEMBERS } from './members.list.js';
import { MemberQueries } from './members.queries.js';
import { Members } from './members.service.js';

const LIST_FAULTS = 'validation-failed, also for a filter, sort or cursor that is none.';

@ApiTags('communities')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({
  description: 'The right is missing; with patients.communities.manage as `right`: somebody else is the owner.',
})
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { answer: ['patientId', 'items.patientId'] })
@Controller('patients/communities/:id')
export class MembersController {
  constructor(
    private readonly members: Members,
    private readonly queries: MemberQueries,
    private readonly candidates: CandidateQueries,
  ) {}

  @Get('members')
  @Requires('patients.communities.read')
  @ApiOperation({
    summary: 'List who is, and who was, in a community',
    description: 'PT-10. Who is in it: `filter=leftAt eq null`. Two merged records are one member; names are masked.',
  })
  @Lists(MEMBERS)
  @ApiOkResponse({ type: MemberPage })
  @ApiBadRequestResponse({ description: LIST_FAULTS })
  list(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<MemberPage> {
    return this.queries.members(id, query);
  }

  @Post('members')
  @Requires('patients.communities.write')
  @ApiOperation({
    summary: 'Record that a person joined a community',
    description:
      'PT-10. By its owner, or who may manage all of them. Needs that the person allows care and follow-up, not marketing (PT-9). Who left may come again.',
  })
  @ApiCreatedResponse({ type: MemberView })
  @ApiBadRequestResponse({ description: 'validation-failed: also a patient nobody knows, or a time to come.' })
  @ApiConflictResponse({
    description:
      'community-full, with `members` and `capacity`. community-closed. already-a-member, with `membershipId`. may-not-join, with `reason`: deceased, do-not-contact or consent-withdrawn. community-user-taken: another member has this externalUserId.',
  })
  join(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewMember): Promise<MemberView> {
    return this.members.join(id, body);
  }

  @Post('members/:membershipId/leave')
  @HttpCode(200)
  @Requires('patients.communities.write')
  @ApiOperation({
    summary: 'Record that a member left a community',
    description: 'PT-10. Said again it changes nothing and answers when, and why, the person left.',
  })
  @ApiOkResponse({ type: MemberView })
  @ApiBadRequestResponse({ description: 'validation-failed: also a time to come, or before the person joined.' })
  @ApiConflictResponse({ description: 'community-closed' })
  leave(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('membershipId', ParseUUIDPipe) membershipId: string,
    @Body() body: Leaving,
  ): Promise<MemberView> {
    return this.members.leave(id, membershipId, body);
  }

  @Get('silent-members')
  @Requires('patients.communities.read')
  @ApiOperation({
    summary: 'List members of whom nothing was heard, the longest first',
    description:
      'PT-10. For COMMUNITY_SILENT_HOURS, 7 × 24 unless set; since `heardAt`. For a voucher for a recheck: without those whom nobody may contact (PT-11).',
  })
  @Lists(SILENT_MEMBERS)
  @ApiOkResponse({ type: MemberPage })
  @ApiBadRequestResponse({ description: LIST_FAULTS })
  silent(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<MemberPage> {
    return this.queries.silent(id, query);
  }

  @Get('candidates')
  @Requires('patients.communities.read')
  @Audited('patient', { answer: ['items.id'] })
  @ApiOperation({
    summary: 'List people who might be asked into a community',
    description:
      'PT-10. Whom it is for, and who is in no community of the disease. Only who allows care and follow-up (PT-9), and neither the dead, nor the cured, nor who wants no contact (PT-11). Masked as every list of patients.',
  })
  @Lists(PATIENTS)
  @ApiOkResponse({ type: PatientPage })
  @ApiBadRequestResponse({ description: LIST_FAULTS })
  suggest(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<PatientPage> {
    return this.candidates.page(id, query);
  }
}
