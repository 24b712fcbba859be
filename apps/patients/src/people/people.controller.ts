import { Audited, etagOf, expectedVersion, Lists, Requires, RequiresUnmasked } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Patient, PatientPage, PatientQuery } from './patient.dto.js';
import { NewPatient, PatientChange } from './people.dto.js';
import { PATIENTS } from './people.list.js';
import { PeopleQueries } from './people.queries.js';
import { People } from './people.service.js';

const ETAG = { ETag: { description: 'Version of the record, for If-Match.', schema: { type: 'string' } } };

@ApiTags('patients')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('patient', { params: ['id'], answer: ['id', 'items.id'] })
@Controller('patients')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly queries: PeopleQueries,
  ) {}

  @Post()
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Register a patient',
    description: 'A national ID or record number that has a record already is refused with its `patientId`.',
  })
  @ApiCreatedResponse({ type: Patient, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed: the fields at fault with their reasons.' })
  @ApiConflictResponse({ description: 'patient-exists, with `patientId`.' })
  async create(@Body() body: NewPatient, @Res({ passthrough: true }) reply: FastifyReply): Promise<Patient> {
    return tagged(await this.people.create(body), reply);
  }

  @Get()
  @Requires('patients.read')
  @RequiresUnmasked('q', 'phone', 'nationalId')
  @ApiOperation({
    summary: 'Search patients',
    description: 'By name in Chinese, pinyin or initials, by phone, record number or national ID; all given must hold.',
  })
  @Lists(PATIENTS)
  @ApiOkResponse({ type: PatientPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  search(@Query() query: PatientQuery): Promise<PatientPage> {
    return this.queries.search(query);
  }

  @Get(':id')
  @Requires('patients.read')
  @ApiOperation({
    summary: 'Read a patient',
    description: 'The id of a merged record answers with the record it was merged into.',
  })
  @ApiOkResponse({ type: Patient, headers: ETAG })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Patient> {
    return tagged(await this.queries.read(id), reply);
  }

  @Patch(':id')
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Change a patient',
    description: 'Fields left out stay as they are, null deletes.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' })
  @ApiOkResponse({ type: Patient, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'patient-exists: somebody else has this national ID; with `patientId`.' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PatientChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Patient> {
    return tagged(await this.people.change(id, body, expectedVersion(ifMatch)), reply);
  }
}

function tagged(patient: Patient, reply: FastifyReply): Patient {
  void reply.header('etag', etagOf(patient.version));
  return patient;
}
