import { Audited, etagOf, expectedVersion, ListQuery, Lists, NotPersonal, Requires } from '#platform';
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
import { NewVoucherType, VoucherTypeChange, VoucherTypePage, VoucherTypeView } from './voucher-types.dto.js';
import { VOUCHER_TYPES } from './voucher-types.list.js';
import { VoucherTypes } from './voucher-types.service.js';

const ETAG = { ETag: { description: 'Version of the type, for If-Match.', schema: { type: 'string' } } };

@ApiTags('vouchers')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('voucher-type', { params: ['id'] })
@Controller('complaints/voucher-types')
export class VoucherTypesController {
  constructor(private readonly types: VoucherTypes) {}

  @Get()
  @NotPersonal()
  @Requires('vouchers.read')
  @ApiOperation({ summary: 'List types of vouchers', description: 'CP-5. What the hospital gives out; its own data.' })
  @Lists(VOUCHER_TYPES)
  @ApiOkResponse({ type: VoucherTypePage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<VoucherTypePage> {
    return this.types.list(query);
  }

  @Post()
  @Requires('vouchers.manage')
  @ApiOperation({
    summary: 'Add a type of voucher',
    description:
      'CP-5. Its value, how long it is good, above which value it needs approval, and what gives it out by itself.',
  })
  @ApiCreatedResponse({ type: VoucherTypeView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiConflictResponse({ description: 'voucher-type-taken: there is one of this code.' })
  async add(@Body() body: NewVoucherType, @Res({ passthrough: true }) reply: FastifyReply): Promise<VoucherTypeView> {
    return tagged(await this.types.add(body), reply);
  }

  @Get(':id')
  @NotPersonal()
  @Requires('vouchers.read')
  @ApiOperation({ summary: 'Read a type of voucher', description: 'CP-5.' })
  @ApiOkResponse({ type: VoucherTypeView, headers: ETAG })
  @ApiNotFoundResponse({ description: 'not-found' })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherTypeView> {
    return tagged(await this.types.read(id), reply);
  }

  @Patch(':id')
  @Requires('vouchers.manage')
  @ApiOperation({
    summary: 'Change a type of voucher, or give it out no more',
    description: 'CP-5. Vouchers that are out stay as they were issued.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read.', example: '"1"' })
  @ApiOkResponse({ type: VoucherTypeView, headers: ETAG })
  @ApiBadRequestResponse({ description: 'validation-failed or if-match-malformed.' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since it was read.' })
  @ApiPreconditionRequiredResponse({ description: 'if-match-required' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: VoucherTypeChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VoucherTypeView> {
    return tagged(await this.types.change(id, body, expectedVersion(ifMatch)), reply);
  }
}

function tagged(type: VoucherTypeView, reply: FastifyReply): VoucherTypeView {
  void reply.header('etag', etagOf(type.version));
  return type;
}
