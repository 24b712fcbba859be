import { Audited, ListQuery, Lists, Requires } from '#platform';
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
import { NewReview, PrivateAnswer, ReviewPage, ReviewView } from './reviews.dto.js';
import { REVIEWS } from './reviews.list.js';
import { Reviews } from './reviews.service.js';

@ApiTags('reviews')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Requires('reviews.handle')
@Audited('review', { params: ['id'], answer: ['id'] })
@Controller('complaints/reviews')
export class ReviewsController {
  constructor(private readonly reviews: Reviews) {}

  @Get()
  @ApiOperation({ summary: 'List reviews on platforms', description: 'CP-6.' })
  @Lists(REVIEWS)
  @ApiOkResponse({ type: ReviewPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  list(@Query() query: ListQuery): Promise<ReviewPage> {
    return this.reviews.list(query);
  }

  @Post()
  @ApiOperation({
    summary: 'Record a review that was found',
    description:
      'CP-6. A bad one is to be answered in private within 30 minutes of its detection, else the centre is told. A complaint becomes a ticket at once.',
  })
  @ApiCreatedResponse({ type: ReviewView })
  @ApiBadRequestResponse({ description: 'validation-failed: also an unknown platform, or a detection in the future.' })
  @ApiConflictResponse({ description: 'review-known: it is recorded already.' })
  @ApiGoneResponse({ description: 'person-erased: the patient was erased on request (PT-9).' })
  record(@Body() body: NewReview): Promise<ReviewView> {
    return this.reviews.record(body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a review', description: 'CP-6.' })
  @ApiOkResponse({ type: ReviewView })
  @ApiNotFoundResponse({ description: 'not-found' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<ReviewView> {
    return this.reviews.read(id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record the private answer to a review',
    description: 'CP-6. Apology, check, invitation to a recheck; the clock stops. Once a review.',
  })
  @ApiOkResponse({ type: ReviewView })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  @ApiConflictResponse({ description: 'review-answered: somebody was faster, see `answeredAt`.' })
  answer(@Param('id', ParseUUIDPipe) id: string, @Body() { text }: PrivateAnswer): Promise<ReviewView> {
    return this.reviews.answer(id, text);
  }
}
