import { NotPersonal, Requires } from '#platform';
import { BadRequestException, Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { CalendarYear } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';

const YEAR = { name: 'year', example: 2027, schema: { type: 'integer', minimum: 2000, maximum: 2100 } } as const;

@ApiTags('follow-up calls')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('follow-up/calendar/:year')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @NotPersonal()
  @Requires('follow-up.read')
  @ApiParam(YEAR)
  @ApiOperation({
    summary: 'Read the public holidays of a year',
    description:
      'FU-7. Needs follow-up.read. On these days routine calls rest, unless CALLS_ON_HOLIDAYS says otherwise; in a year that nobody knows they are refused with calendar-unknown. Noted once for the whole hospital, by PUT /complaints/calendar/{year}, each November for the year to come.',
  })
  @ApiOkResponse({ type: CalendarYear })
  @ApiBadRequestResponse({ description: 'No year from 2000 to 2100.' })
  @ApiNotFoundResponse({ description: 'not-found: nobody has said anything of this year yet.' })
  read(@Param('year', ParseIntPipe) year: number): Promise<CalendarYear> {
    if (year < 2000 || year > 2100) throw new BadRequestException();
    return this.calendar.read(year);
  }
}
