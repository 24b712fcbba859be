import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
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
import { NewPromise, PromisePage, PromiseView } from './promises.dto.js';
import { PROMISES } from './promises.list.js';
import { Promises } from './promises.service.js';

@ApiTags('timeline')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'] })
@Controller('patients/:id/promises')
export class PromisesController {
  constructor(private readonly promises: Promises) {}

  @Post()
  @Requires('patients.promises.write')
  @ApiOperation({
    summary: 'Record a promise made to a patient',
    description: 'PT-2. It is shown until it is kept. Right: patients.promises.write.',
  })
  @ApiCreatedResponse({ type: PromiseView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  make(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewPromise): Promise<PromiseView> {
    return this.promises.make(id, body);
  }

  @Post(':promiseId/keep')
  @HttpCode(200)
  @Requires('patients.promises.write')
  @ApiOperation({
    summary: 'Say that a promise was kept',
    description:
      'PT-2. Said again it changes nothing and answers when, and by whom, it was kept. Right: patients.promises.write.',
  })
  @ApiOkResponse({ type: PromiseView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  keep(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('promiseId', ParseUUIDPipe) promiseId: string,
  ): Promise<PromiseView> {
    return this.promises.keep(id, promiseId);
  }

  @Get()
  @Requires('patients.read')
  @ApiOperation({
    summary: 'List what was promised to a patient, the last one first',
    description: 'PT-2. Those of merged records too; open ones by `filter=keptAt eq null`.',
  })
  @Lists(PROMISES)
  @ApiOkResponse({ type: PromisePage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  ofPatient(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<PromisePage> {
    return this.promises.ofPatient(id, query);
  }
}
