import { Audited, NotPersonal, Requires } from '#platform';
import { BadRequestException, Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
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
import { CalendarYear, NewCalendarYear } from './calendar.dto.js';
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
      'FU-7. Needs follow-up.read. On these days routine calls rest, unless CALLS_ON_HOLIDAYS says otherwise.',
  })
  @ApiOkResponse({ type: CalendarYear })
  @ApiBadRequestResponse({ description: 'No year from 2000 to 2100.' })
  @ApiNotFoundResponse({ description: 'not-found: nobody has said anything of this year yet.' })
  read(@Param('year', ParseIntPipe) year: number): Promise<CalendarYear> {
    return this.calendar.read(plausible(year));
  }

  @Put()
  @Audited('calendar', { params: ['year'] })
  @Requires('follow-up.deal')
  @ApiParam(YEAR)
  @ApiOperation({
    summary: 'Note the public holidays of a year',
    description:
      'FU-7. Needs follow-up.deal. Replaces what was noted of it, and what the state published. Each November for the year to come: in a year that nobody knows, routine calls are refused with calendar-unknown.',
  })
  @ApiOkResponse({ type: CalendarYear })
  @ApiBadRequestResponse({ description: 'validation-failed; day-of-another-year for a day that is not of it.' })
  note(@Param('year', ParseIntPipe) year: number, @Body() { holidays }: NewCalendarYear): Promise<CalendarYear> {
    return this.calendar.note(plausible(year), holidays);
  }
}

function plausible(year: number): number {
  if (year < 2000 || year > 2100) throw new BadRequestException();
  return year;
}
