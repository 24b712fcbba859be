import { Audited, Clock, Requires } from '#platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
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
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { presentVoucher } from './voucher.presenter.js';
import { TypedCode, VoucherView } from './vouchers.dto.js';
import { VoucherQueries } from './vouchers.queries.js';
import { Vouchers } from './vouchers.service.js';

/** Codes are in bodies: what stands in a path is in logs. */
@ApiTags('vouchers')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed' })
@ApiNotFoundResponse({ description: 'voucher-code-unknown: nobody was given it.' })
@ApiUnprocessableEntityResponse({ description: 'voucher-code-mistyped: this can be no code; `errors` tells why.' })
@Audited('voucher', { answer: ['id', 'patientId'] })
@Controller('complaints/vouchers')
export class VoucherDeskController {
  constructor(
    private readonly vouchers: Vouchers,
    private readonly queries: VoucherQueries,
    private readonly clock: Clock,
  ) {}

  @Post('lookups')
  @HttpCode(200)
  @Requires('vouchers.redeem')
  @ApiOperation({ summary: 'See what a code is good for', description: 'CP-5. Changes nothing.' })
  @ApiOkResponse({ type: VoucherView })
  look(@Body() { code }: TypedCode): Promise<VoucherView> {
    return this.queries.look(code);
  }

  @Post('redemptions')
  @HttpCode(200)
  @Requires('vouchers.redeem')
  @ApiOperation({
    summary: 'Redeem a voucher at a desk',
    description: 'CP-5. Once: of two desks at the same moment one is told voucher-redeemed.',
  })
  @ApiOkResponse({ type: VoucherView })
  @ApiConflictResponse({
    description:
      'voucher-redeemed, voucher-reserved, voucher-expired, voucher-not-approved or voucher-void; `state` and the times tell more.',
  })
  async redeem(@Body() { code }: TypedCode): Promise<VoucherView> {
    return presentVoucher(await this.vouchers.redeem(code), this.clock.now());
  }
}
