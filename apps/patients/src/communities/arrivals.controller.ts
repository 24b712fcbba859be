import { Lists, NotPersonal, Requires } from '#platform';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { AllArrivals, ArrivalPeriod, ArrivalSpan, CommunityArrivals } from './arrivals.dto.js';
import { ARRIVALS } from './arrivals.list.js';
import { ArrivalQueries } from './arrivals.queries.js';

@ApiTags('communities')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@NotPersonal()
@Controller('patients/communities')
export class ArrivalsController {
  constructor(private readonly arrivals: ArrivalQueries) {}

  @Get('arrivals')
  @Requires('patients.communities.read')
  @ApiOperation({
    summary: 'Arrival rates of all communities, the best first',
    description:
      'PT-10. Members of the period who came to the hospital in it while they were members ÷ members of the period (docs/adr/0057). Communities without members then are left out.',
  })
  @Lists(ARRIVALS)
  @ApiOkResponse({ type: AllArrivals })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a filter, sort or cursor that is none.' })
  ofAll(@Query() query: ArrivalPeriod): Promise<AllArrivals> {
    return this.arrivals.ofAll(query);
  }

  @Get(':id/arrivals')
  @Requires('patients.communities.read')
  @ApiOperation({ summary: 'Arrival rate of a community', description: 'PT-10. As for all of them.' })
  @ApiOkResponse({ type: CommunityArrivals })
  @ApiBadRequestResponse({ description: 'validation-failed' })
  @ApiNotFoundResponse({ description: 'not-found' })
  of(@Param('id', ParseUUIDPipe) id: string, @Query() query: ArrivalSpan): Promise<CommunityArrivals> {
    return this.arrivals.of(id, query);
  }
}
