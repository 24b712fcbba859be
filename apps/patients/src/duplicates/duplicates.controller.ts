import { Audited, Lists, NoIdempotencyKey, Requires, RequiresUnmasked } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { NewPatient } from '../people/people.dto.js';
import {
  Duplicate,
  DuplicateDecision,
  DuplicatePage,
  DuplicateQuery,
  LikelyPatients,
  PatientDuplicates,
} from './duplicates.dto.js';
import { DUPLICATES } from './duplicates.list.js';
import { DuplicateQueries } from './duplicates.queries.js';
import { Duplicates } from './duplicates.service.js';

@ApiTags('merges')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('patient', { params: ['id'], answer: ['items.patients.id', 'items.patient.id', 'patients.id'] })
@Controller('patients')
export class DuplicatesController {
  constructor(
    private readonly duplicates: Duplicates,
    private readonly queries: DuplicateQueries,
  ) {}

  @Get('duplicates')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'List records that are probably one person, the likeliest first',
    description:
      'PT-3. Each pair with both records, a score and the reasons it is made of. Found within seconds after a record is made or changed, by a shared phone, document, or name (also one that reads the same) with birth date.',
  })
  @Lists(DUPLICATES)
  @ApiOkResponse({ type: DuplicatePage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: DuplicateQuery): Promise<DuplicatePage> {
    return this.queries.list(query);
  }

  @Get(':id/duplicates')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'List the records that are probably the same person as this one',
    description: 'PT-3. Of a merged record: those of the record that answers for it.',
  })
  @Lists(DUPLICATES)
  @ApiOkResponse({ type: PatientDuplicates })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  ofPatient(@Param('id', ParseUUIDPipe) id: string, @Query() query: DuplicateQuery): Promise<PatientDuplicates> {
    return this.queries.ofPatient(id, query);
  }

  @Post('duplicates/check')
  @HttpCode(200)
  @Requires('patients.write')
  @RequiresUnmasked()
  @NoIdempotencyKey('A question: nothing is written.')
  @ApiOperation({
    summary: 'Ask who somebody may be before registering them',
    description:
      'PT-3. Takes what POST /patients takes and makes nothing: the records that are probably the same person. A national ID or record number that is known already is refused by POST /patients itself.',
  })
  @ApiOkResponse({ type: LikelyPatients })
  @ApiBadRequestResponse({ description: 'validation-failed: the fields at fault with their reasons.' })
  check(@Body() body: NewPatient): Promise<LikelyPatients> {
    return this.queries.likely(body);
  }

  @Post('duplicates/:id/dismiss')
  @HttpCode(200)
  @Requires('patients.merge')
  @ApiOperation({
    summary: 'Decide that two records are two persons',
    description:
      'PT-3. They are not listed again, and not merged by what they share, until somebody asks to look again. To merge them: POST /patients/{id}/merges.',
  })
  @ApiOkResponse({ type: Duplicate })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'duplicate-decided: merged, dismissed or closed since; with `state`.' })
  async dismiss(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: DuplicateDecision): Promise<Duplicate> {
    return this.presented(await this.duplicates.dismiss(id, reason));
  }

  @Post('duplicates/:id/reopen')
  @HttpCode(200)
  @Requires('patients.merge')
  @ApiOperation({
    summary: 'Ask to look again at two records that were told apart',
    description: 'PT-3. The pair is open again; it closes by itself when nothing speaks for it any more.',
  })
  @ApiOkResponse({ type: Duplicate })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'duplicate-not-dismissed; with `state`.' })
  async reopen(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: DuplicateDecision): Promise<Duplicate> {
    return this.presented(await this.duplicates.reopen(id, reason));
  }

  private async presented(pair: Parameters<DuplicateQueries['present']>[0][number]): Promise<Duplicate> {
    const [duplicate] = await this.queries.present([pair]);
    return duplicate as Duplicate;
  }
}
