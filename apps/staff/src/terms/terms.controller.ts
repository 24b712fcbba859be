import { Audited, expectedVersion, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, Put, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG, NeedsIfMatch, tagged } from '../http/versioned.js';
import { SaveTerm, Term, TermKindParams, TermList, TermParams } from './terms.dto.js';
import { TermsService } from './terms.service.js';

@ApiTags('titles and skills')
@ApiBearerAuth()
@NotPersonal()
@Controller('staff/terms/:kind')
export class TermsController {
  constructor(private readonly terms: TermsService) {}

  @Get()
  @ApiOperation({ summary: 'List titles 职称 or skills', description: 'By code. Every role.' })
  @ApiOkResponse({ type: TermList })
  async list(@Param() { kind }: TermKindParams): Promise<TermList> {
    return { items: await this.terms.list(kind) };
  }

  @Get(':code')
  @ApiOperation({ summary: 'Read a title or skill', description: 'Every role.' })
  @ApiOkResponse({ type: Term, headers: ETAG })
  async read(@Param() { kind, code }: TermParams, @Res({ passthrough: true }) reply: FastifyReply): Promise<Term> {
    return tagged(await this.terms.read(kind, code), reply);
  }

  @Put(':code')
  @Audited('term', { params: ['code'] })
  @Requires('staff.write')
  @ApiOperation({
    summary: 'Add or change a title or skill',
    description: 'A new one has the ETag "0". Emits staff.term.saved.v1.',
  })
  @NeedsIfMatch()
  @ApiOkResponse({ type: Term, headers: ETAG })
  async save(
    @Param() { kind, code }: TermParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveTerm,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Term> {
    return tagged(await this.terms.save(kind, code, expectedVersion(ifMatch), body), reply);
  }
}
