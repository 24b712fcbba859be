import { NotPersonal, Requires } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { FollowUpStatistics, StatisticsQuery } from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';

@ApiTags('follow-up statistics')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@NotPersonal()
@Controller('follow-up/statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @Requires('follow-up.statistics.read')
  @ApiOperation({
    summary: 'Read the indicators of follow-up for a period',
    description:
      'Task completion and follow-up rate beside each other, reach, overdue, contacts (FU-12), counted now. With `by` ' +
      'also each group. Needs the right follow-up.statistics.read.',
  })
  @ApiOkResponse({ type: FollowUpStatistics })
  @ApiBadRequestResponse({ description: 'validation-failed: no such day, an end before the beginning, over 366 days.' })
  read(@Query() query: StatisticsQuery): Promise<FollowUpStatistics> {
    return this.statistics.read(query);
  }
}
