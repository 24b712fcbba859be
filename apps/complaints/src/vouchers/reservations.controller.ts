import { Audited, Clock, Requires } from '#platform';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
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
import { NewReservation } from './reservations.dto.js';
import { VoucherPromises } from './voucher-promises.js';
import { presentVoucher } from './voucher.presenter.js';
import { VoucherView } from './vouchers.dto.js';

const GONE =
  'voucher-redeemed, voucher-reserved, voucher-expired, voucher-not-approved or voucher-void; `state` tells.';

@ApiTags('vouchers')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('voucher', { answer: ['id', 'patientId'] })
@Controller('complaints/vouchers/reservations')
export class ReservationsController {
  constructor(
    private readonly promises: VoucherPromises,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Requires('vouchers.redeem')
  @ApiOperation({
    summary: 'Hold a voucher for a promise',
    description:
      'Decision 14. Nobody else can use it until it is confirmed, given back, or the minutes are over. Asked again with the same reservationId it is the same promise, with its first end.',
  })
  @ApiOkResponse({ type: VoucherView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'voucher-code-unknown' })
  @ApiConflictResponse({
    description: `${GONE} voucher-kind: it is good for something else. voucher-reservation-taken: the id is of another voucher.`,
  })
  @ApiUnprocessableEntityResponse({ description: 'voucher-code-mistyped: this can be no code; `errors` tells why.' })
  async reserve(@Body() body: NewReservation): Promise<VoucherView> {
    return presentVoucher(await this.promises.reserve(body), this.clock.now());
  }

  @Post(':reservationId/confirm')
  @HttpCode(200)
  @Requires('vouchers.redeem')
  @ApiOperation({
    summary: 'Confirm the promise: the voucher is used',
    description:
      'Decision 14. Once, however often it is told. Told after the end of the promise it still counts, unless the voucher was given back or used meanwhile.',
  })
  @ApiOkResponse({ type: VoucherView })
  @ApiNotFoundResponse({ description: 'not-found: no voucher is or was held for it, or another promise took it over.' })
  @ApiConflictResponse({ description: GONE })
  async confirm(@Param('reservationId', ParseUUIDPipe) id: string): Promise<VoucherView> {
    return presentVoucher(await this.promises.confirm(id), this.clock.now());
  }

  @Post(':reservationId/release')
  @HttpCode(200)
  @Requires('vouchers.redeem')
  @ApiOperation({
    summary: 'Give a held voucher back',
    description: 'Decision 14. Told twice, or after the promise ended, it changes nothing.',
  })
  @ApiOkResponse({ type: VoucherView })
  @ApiNotFoundResponse({ description: 'not-found: no voucher is or was held for it, or another promise took it over.' })
  async release(@Param('reservationId', ParseUUIDPipe) id: string): Promise<VoucherView> {
    return presentVoucher(await this.promises.release(id), this.clock.now());
  }
}
