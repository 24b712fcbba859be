import { Audited, ListQuery, Lists, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { GiftCancellation, GiftPage, GiftView, NewGift } from './gifts.dto.js';
import { GIFTS } from './gifts.list.js';
import { Gifts } from './gifts.service.js';

@ApiTags('families')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiNotFoundResponse({ description: 'not-found' })
@Audited('patient', { params: ['id'], answer: ['buyerId', 'beneficiaryId', 'items.buyerId', 'items.beneficiaryId'] })
@Controller('patients/:id/gifts')
export class GiftsController {
  constructor(private readonly gifts: Gifts) {}

  @Post()
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Record that a patient bought a package for another',
    description: 'PT-7. It stands on both timelines; the beneficiary does not see the price unless that is said.',
  })
  @ApiCreatedResponse({ type: GiftView })
  @ApiBadRequestResponse({
    description: 'validation-failed: the beneficiary is the buyer, or unknown; a price that is none.',
  })
  @ApiConflictResponse({ description: 'patient-deceased: the beneficiary.' })
  record(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewGift): Promise<GiftView> {
    return this.gifts.record(id, body);
  }

  @Get()
  @Requires('patients.read')
  @ApiOperation({
    summary: 'List the packages a patient gave or received, the last one first',
    description: 'PT-7. Those of merged records too; the price is not told where the beneficiary is not to see it.',
  })
  @Lists(GIFTS)
  @ApiOkResponse({ type: GiftPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery): Promise<GiftPage> {
    return this.gifts.ofPatient(id, query);
  }

  @Post(':giftId/cancel')
  @HttpCode(200)
  @Requires('patients.write')
  @ApiOperation({
    summary: 'Cancel a package that was bought for somebody',
    description: 'PT-7. From either side, with a reason; it stays on record.',
  })
  @ApiOkResponse({ type: GiftView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiConflictResponse({ description: 'gift-cancelled: with `cancelledAt`.' })
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('giftId', ParseUUIDPipe) giftId: string,
    @Body() body: GiftCancellation,
  ): Promise<GiftView> {
    return this.gifts.cancel(id, giftId, body);
  }
}
