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
import { Merge, MergePage, NewMerge, UndoMerge } from './merges.dto.js';
import { MERGES } from './merges.list.js';
import { MergeQueries, presentMerge } from './merges.queries.js';
import { Merging } from './merging.service.js';
import { Unmerging } from './unmerging.service.js';

@ApiTags('merges')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'], answer: ['survivorId', 'retiredId'] })
@Controller('patients')
export class MergesController {
  constructor(
    private readonly merging: Merging,
    private readonly unmerging: Unmerging,
    private readonly queries: MergeQueries,
  ) {}

  @Post(':id/merges')
  @Requires('patients.merge')
  @ApiOperation({
    summary: 'Merge another record of the same person into this one',
    description:
      'PT-3. The other id answers with this record from now on, in every service; visits, plans and tasks keep the id they were made with. It can be taken back.',
  })
  @ApiCreatedResponse({ type: Merge })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a record with itself.' })
  @ApiConflictResponse({
    description:
      'already-merged: both ids answer with `patientId`. two-national-ids: correct one of them first; one person has one.',
  })
  async merge(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewMerge): Promise<Merge> {
    return presentMerge(await this.merging.merge(id, body));
  }

  @Get(':id/merges')
  @Requires('patients.read')
  @ApiOperation({ summary: 'List the merges a record took part in, the latest first', description: 'PT-3' })
  @Lists(MERGES)
  @ApiOkResponse({ type: MergePage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<MergePage> {
    return this.queries.ofPatient(id, query);
  }

  @Post('merges/:mergeId/undo')
  @HttpCode(200)
  @Requires('patients.merge')
  @ApiOperation({
    summary: 'Take a merge back',
    description:
      'PT-3. Each record says again what was said under its own ids and record numbers, before the merge and since, and its visits, plans and tasks are its own. The two are not merged again by what they share, only by name (A40 or a person).',
  })
  @ApiOkResponse({ type: Merge })
  @ApiBadRequestResponse({
    description: 'validation-failed; `keepsNationalId` is needed when both told the same national ID.',
  })
  @ApiConflictResponse({ description: 'merge-undone: it does not hold any more.' })
  async undo(@Param('mergeId', ParseUUIDPipe) mergeId: string, @Body() body: UndoMerge): Promise<Merge> {
    return presentMerge(await this.unmerging.undo(mergeId, body));
  }
}
