import { Audited, etagOf, expectedVersion, ListQuery, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CreatePartner, Partner, PartnerPage, SavePartner } from './partners.dto.js';
import { PARTNERS } from './partners.list.js';
import { PartnersService } from './partners.service.js';

const ETAG = { ETag: { description: 'Version of the partner, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('partners')
@ApiBearerAuth()
@NotPersonal()
@Controller('his/partners')
export class PartnersController {
  constructor(private readonly partners: PartnersService) {}

  @Get()
  @Requires('his.read')
  @ApiOperation({ summary: 'List the systems that send HL7', description: 'By code, unless `sort` says otherwise.' })
  @Lists(PARTNERS)
  @ApiOkResponse({ type: PartnerPage })
  list(@Query() query: ListQuery): Promise<PartnerPage> {
    return this.partners.list(query);
  }

  @Get(':code')
  @Requires('his.read')
  @ApiOperation({ summary: 'Read a partner' })
  @ApiOkResponse({ type: Partner, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such partner.' })
  async read(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Partner> {
    return tagged(await this.partners.read(code), reply);
  }

  @Audited('partner', { answer: ['code'] })
  @Post()
  @Requires('partners.manage')
  @ApiOperation({
    summary: 'Add a partner',
    description: 'Its next message is read with this profile.',
  })
  @ApiCreatedResponse({ type: Partner, headers: ETAG })
  @ApiConflictResponse({ description: 'partner-exists or sender-taken.' })
  async create(@Body() body: CreatePartner, @Res({ passthrough: true }) reply: FastifyReply): Promise<Partner> {
    const partner = await this.partners.create(body.code, body.definition);
    void reply.header('location', `/his/partners/${partner.code}`);
    return tagged(partner, reply);
  }

  @Audited('partner', { params: ['code'] })
  @Put(':code')
  @Requires('partners.manage')
  @ApiOperation({
    summary: 'Replace what a partner does otherwise than the default',
    description: 'A field left out is as by default. Its next message is read with it.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: Partner, headers: ETAG })
  @ApiNotFoundResponse({ description: 'There is no such partner.' })
  @ApiConflictResponse({ description: 'sender-taken.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async replace(
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SavePartner,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Partner> {
    return tagged(await this.partners.replace(code, expectedVersion(ifMatch), body.definition), reply);
  }
}

function tagged(partner: Partner, reply: FastifyReply): Partner {
  void reply.header('etag', etagOf(partner.version));
  return partner;
}
