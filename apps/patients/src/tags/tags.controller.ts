import { Audited, etagOf, expectedVersion, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
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
import { TagCatalogue } from './tag-catalogue.service.js';
import { CatalogueTag, NewTag, TagChange, TagPage } from './tags.dto.js';
import { TAGS } from './tags.list.js';

const ETAG = { ETag: { description: 'Version of the tag, for If-Match.', schema: { type: 'string' } } };

@ApiTags('tags')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@NotPersonal()
@Controller('patients/tags')
export class TagsController {
  constructor(private readonly catalogue: TagCatalogue) {}

  @Get()
  @Requires('patients.read')
  @ApiOperation({
    summary: 'List the catalogue of tags',
    description: 'PT-4. Six dimensions; 120 tags at first, and `disease.key-patient` (重点患者); retired ones too.',
  })
  @Lists(TAGS)
  @ApiOkResponse({ type: TagPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<TagPage> {
    return this.catalogue.list(query);
  }

  @Get(':code')
  @Requires('patients.read')
  @ApiOperation({ summary: 'Read a tag of the catalogue', description: 'PT-4.' })
  @ApiOkResponse({ type: CatalogueTag, headers: ETAG })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CatalogueTag> {
    return tagged(await this.catalogue.read(code), reply);
  }

  @Post()
  @Audited('tag')
  @Requires('patients.tags.manage')
  @ApiOperation({
    summary: 'Add a tag to the catalogue',
    description:
      'PT-4. Given by hand, or by a rule too: whom it concerns is then looked at in the background. Bands of age or ' +
      'visits of one dimension must not overlap.',
  })
  @ApiCreatedResponse({ type: CatalogueTag, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed; of a rule, `field` is the place in it.' })
  @ApiConflictResponse({ description: 'tag-exists' })
  async add(@Body() body: NewTag, @Res({ passthrough: true }) reply: FastifyReply): Promise<CatalogueTag> {
    return tagged(await this.catalogue.add(body), reply);
  }

  @Patch(':code')
  @Audited('tag', { params: ['code'] })
  @Requires('patients.tags.manage')
  @ApiOperation({
    summary: 'Rename a tag, change its rule, retire it or bring it back',
    description:
      'PT-4. Who has a retired tag keeps it. The code stays. A changed rule gives and takes the tag in the background ' +
      '(`review` says how far it is); a word by hand still counts over it. Emits patients.person.tagged.v1 and ' +
      'untagged.v1, once a person.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' })
  @ApiOkResponse({ type: CatalogueTag, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: TagChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CatalogueTag> {
    return tagged(await this.catalogue.change(code, body, expectedVersion(ifMatch)), reply);
  }
}

function tagged(tag: CatalogueTag, reply: FastifyReply): CatalogueTag {
  void reply.header('etag', etagOf(tag.version));
  return tag;
}
