import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import {
  DataPackage,
  DataPackageLink,
  DataPackageLinkQuery,
  DataPackagePage,
  NewDataPackage,
} from './data-packages.dto.js';
import { DATA_PACKAGES } from './data-packages.list.js';
import { DataPackages } from './data-packages.service.js';
import type { DataPackageRow } from './data-packages.store.js';

const RIGHT = 'Right: patients.disclose.';

@ApiTags('patients')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found: no such patient, or no such package of this patient.' })
@Requires('patients.disclose')
@Audited('patient', { params: ['id', 'packageId'], answer: ['id', 'patientId'] })
@Controller('patients/:id/data-packages')
export class DataPackagesController {
  constructor(private readonly packages: DataPackages) {}

  @Post()
  @HttpCode(202)
  @Audited('patient', { params: ['id'], answer: ['id', 'patientId'], unmasked: true })
  @ApiOperation({
    summary: 'Make a copy of all data about a person, for the person',
    description:
      'JSON (complete) and PDF (for reading), made in the background out of every service (PT-9, PIPL Art. 45): who the ' +
      'hospital thinks the person is, visits, consents, contacts, raw messages, and who read or changed what. Of merged ' +
      `records one package holds all. Check who asks before. ${RIGHT}`,
  })
  @ApiAcceptedResponse({ type: DataPackage })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiConflictResponse({ description: 'data-package-waiting: one is being made already.' })
  async order(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewDataPackage): Promise<DataPackage> {
    return present(await this.packages.order(id, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the packages of a person, newest first', description: RIGHT })
  @Lists(DATA_PACKAGES)
  @ApiOkResponse({ type: DataPackagePage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  async list(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<DataPackagePage> {
    const { items, nextCursor } = await this.packages.list(id, query);
    return { items: items.map(present), nextCursor };
  }

  @Get(':packageId')
  @ApiOperation({ summary: 'Read how far a package is', description: RIGHT })
  @ApiOkResponse({ type: DataPackage })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('packageId', ParseUUIDPipe) packageId: string,
  ): Promise<DataPackage> {
    return present(await this.packages.read(id, packageId));
  }

  @Get(':packageId/link')
  @Audited('patient', { params: ['id', 'packageId'], query: ['format'], unmasked: true })
  @ApiOperation({
    summary: 'A link to a file of a package that needs no token',
    description: `It works for FILES_LINK_SECONDS and is entered in the audit as an unmasked read. ${RIGHT}`,
  })
  @ApiOkResponse({ type: DataPackageLink })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiConflictResponse({
    description:
      'data-package-without-file: it is not made yet, withdrawn or expired. data-package-outdated: a merge was taken ' +
      'back since, and it holds what is another person’s; ask for a new one.',
  })
  async link(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('packageId', ParseUUIDPipe) packageId: string,
    @Query() { format }: DataPackageLinkQuery,
  ): Promise<DataPackageLink> {
    const { url, expiresAt } = await this.packages.link(id, packageId, format);
    return { url, expiresAt: expiresAt.toISOString() };
  }

  @Delete(':packageId')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Withdraw a package before it expires',
    description: `Its files are removed, links to them stop working. One that has ended stays as it is. ${RIGHT}`,
  })
  @ApiNoContentResponse({ description: 'Withdrawn.' })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('packageId', ParseUUIDPipe) packageId: string,
  ): Promise<void> {
    return this.packages.withdraw(id, packageId);
  }
}

function present({ covers: _c, jsonFileId: _j, pdfFileId: _p, ...row }: DataPackageRow): DataPackage {
  return {
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    givesUpAt: row.givesUpAt.toISOString(),
    readyAt: row.readyAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
