import { Audited, Requires } from '#platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { NewSegmentRun, SegmentRun } from './segment-runs.dto.js';
import { SegmentRuns } from './segment-runs.service.js';

@ApiTags('follow-up plans')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Controller('follow-up/segment-runs')
export class SegmentRunsController {
  constructor(private readonly runs: SegmentRuns) {}

  @Post()
  @Audited('segment-run', { answer: ['id'] })
  @Requires('follow-up.deal')
  @ApiOperation({
    summary: 'Follow the members of a segment up',
    description:
      'FU-11. A plan for each person who is in the segment when it is asked for, by a published protocol, counted from the moment given. Goes on in the background, however many they are: read the run to see how far it is. Who has such a plan from that day gets no second, so that asking again reaches only those who joined the segment since.',
  })
  @ApiCreatedResponse({ type: SegmentRun })
  @ApiNotFoundResponse({ description: 'There is no such published protocol.' })
  begin(@Body() body: NewSegmentRun): Promise<SegmentRun> {
    return this.runs.begin(body);
  }

  @Get(':id')
  @Audited('segment-run', { params: ['id'] })
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'Read how far the follow-up of a segment is', description: 'FU-11. Counts only.' })
  @ApiOkResponse({ type: SegmentRun })
  @ApiNotFoundResponse({ description: 'There is no such run.' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<SegmentRun> {
    return this.runs.read(id);
  }
}
