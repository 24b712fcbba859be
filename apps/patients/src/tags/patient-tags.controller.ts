import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
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
import { PatientTagging } from './patient-tags.service.js';
import { NewTagWord, PatientTags, PatientTagWordPage } from './tags.dto.js';
import { TAG_WORD_LIST } from './tags.list.js';

@ApiTags('tags')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'] })
@Controller('patients/:id/tags')
export class PatientTagsController {
  constructor(private readonly tagging: PatientTagging) {}

  @Get()
  @Requires('patients.read')
  @ApiOperation({
    summary: 'The tags of a patient',
    description: 'PT-4. By whom or what, and since when. Of a merged record: those of the one that answers for it.',
  })
  @ApiOkResponse({ type: PatientTags })
  current(@Param('id', ParseUUIDPipe) id: string): Promise<PatientTags> {
    return this.tagging.current(id);
  }

  @Post()
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Tag a patient by hand, or take a tag off',
    description: 'PT-4. Counts over the rule of the tag until it is taken back with by-rule. Answers with all tags.',
  })
  @ApiCreatedResponse({ type: PatientTags })
  @ApiBadRequestResponse({ description: 'validation-failed: no such tag.' })
  @ApiConflictResponse({ description: 'tag-retired: it is given to nobody any more.' })
  say(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewTagWord): Promise<PatientTags> {
    return this.tagging.say(id, body);
  }

  @Get('history')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'Every tag a patient got or lost, by whom and when, the last first',
    description: 'PT-4. Those of merged records too.',
  })
  @Lists(TAG_WORD_LIST)
  @ApiOkResponse({ type: PatientTagWordPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  history(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<PatientTagWordPage> {
    return this.tagging.history(id, query);
  }
}
