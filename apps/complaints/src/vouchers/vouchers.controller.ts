import { Audited, Clock, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { presentVoucher } from './voucher.presenter.js';
import {
  NewVoucher,
  VoucherPage,
  VoucherReason,
  VoucherReport,
  VoucherReportQuery,
  VouchersQuery,
  VoucherView,
} from './vouchers.dto.js';
import { VOUCHERS } from './vouchers.list.js';
import { VoucherQueries } from './vouchers.queries.js';
import { Vouchers } from './vouchers.service.js';

const BY_ANOTHER = 'The right is missing; voucher-own-approval: who issued it does not decide about it.';
const NOT_WAITING = 'voucher-approved, voucher-void: it does not wait for approval; `state` and `allowed` tell.';

@ApiTags('vouchers')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('voucher', { params: ['id'], answer: ['id', 'items.patientId'] })
@Controller('complaints/vouchers')
export class VouchersController {
  constructor(
    private readonly vouchers: Vouchers,
    private readonly queries: VoucherQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('vouchers.read')
  @ApiOperation({
    summary: 'List vouchers, or those of a patient',
    description: 'CP-5. Of a patient: those of merged records too. Codes are shown by their end only.',
  })
  @Lists(VOUCHERS)
  @ApiOkResponse({ type: VoucherPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: VouchersQuery): Promise<VoucherPage> {
    return this.queries.list(query);
  }

  @Post()
  @Requires('vouchers.issue')
  @ApiOperation({
    summary: 'Issue a voucher',
    description:
      'CP-5. For a ticket, a win-back, a community, a campaign or an event. Worth more than the type’s approvalAboveFen it waits for the approval of somebody else, and has no code until then.',
  })
  @ApiCreatedResponse({ type: VoucherView })
  @ApiBadRequestResponse({ description: 'validation-failed: also an unknown or retired type, or an unknown ticket.' })
  @ApiGoneResponse({ description: 'person-erased: to a patient who was erased on request (PT-9).' })
  async issue(@Body() body: NewVoucher): Promise<VoucherView> {
    return presentVoucher(await this.vouchers.issue(body), this.clock.now());
  }

  @Get('report')
  @NotPersonal()
  @Requires('vouchers.read')
  @ApiOperation({
    summary: 'Redemption of vouchers by source',
    description: 'CP-5. Of vouchers issued in the time, by what became of them until now (docs/adr/0074).',
  })
  @ApiOkResponse({ type: VoucherReport })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a time that ends before it begins.' })
  report(@Query() query: VoucherReportQuery): Promise<VoucherReport> {
    return this.queries.report(query);
  }

  @Get(':id')
  @Requires('vouchers.read')
  @ApiOperation({ summary: 'Read a voucher with its code', description: 'CP-5.' })
  @ApiOkResponse({ type: VoucherView })
  @ApiNotFoundResponse({ description: 'not-found' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<VoucherView> {
    return this.queries.read(id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires('vouchers.approve')
  @ApiOperation({
    summary: 'Approve a voucher above the value',
    description: 'CP-5. By somebody else than who issued it; its days count from now.',
  })
  @ApiOkResponse({ type: VoucherView })
  @ApiForbiddenResponse({ description: BY_ANOTHER })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: NOT_WAITING })
  async approve(@Param('id', ParseUUIDPipe) id: string): Promise<VoucherView> {
    return presentVoucher(await this.vouchers.approve(id), this.clock.now());
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Requires('vouchers.approve')
  @ApiOperation({
    summary: 'Decline a voucher above the value',
    description: 'CP-5. By somebody else than who issued it.',
  })
  @ApiOkResponse({ type: VoucherView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiForbiddenResponse({ description: BY_ANOTHER })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: NOT_WAITING })
  async decline(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: VoucherReason): Promise<VoucherView> {
    return presentVoucher(await this.vouchers.decline(id, reason), this.clock.now());
  }

  @Post(':id/void')
  @HttpCode(200)
  @Requires('vouchers.manage')
  @ApiOperation({
    summary: 'Make a voucher void',
    description: 'CP-5. Not while it is held for a promise: that has to be given back first.',
  })
  @ApiOkResponse({ type: VoucherView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'voucher-reserved, voucher-redeemed, voucher-expired, voucher-void' })
  async void(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: VoucherReason): Promise<VoucherView> {
    return presentVoucher(await this.vouchers.void(id, reason), this.clock.now());
  }
}
