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
import { NewWorkingYear, WorkingYear } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';

const YEAR = { name: 'year', example: 2027, schema: { type: 'integer', minimum: 2000, maximum: 2100 } } as const;

@ApiTags('complaint clocks')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('complaints/calendar/:year')
export class WorkingCalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @NotPersonal()
  @Requires('complaints.read')
  @ApiParam(YEAR)
  @ApiOperation({
    summary: 'Read which days of a year are worked',
    description:
      'CP-9. Needs complaints.read. Statutory terms count working days: 调休 Saturdays are, holidays are not.',
  })
  @ApiOkResponse({ type: WorkingYear })
  @ApiBadRequestResponse({ description: 'No year from 2000 to 2100.' })
  @ApiNotFoundResponse({ description: 'not-found: nobody has said anything of this year yet.' })
  read(@Param('year', ParseIntPipe) year: number): Promise<WorkingYear> {
    return this.calendar.read(plausible(year));
  }

  @Put()
  @Audited('working-calendar', { params: ['year'] })
  @Requires('complaints.manage')
  @ApiParam(YEAR)
  @ApiOperation({
    summary: 'Note which days of a year are worked',
    description:
      'CP-9. Needs complaints.manage. Replaces what was noted of it, and what the state published. Running clocks are dated by it within seconds, also those that had no date for want of the year; what was told stays told, and a breach on record. Follow-up rests its routine calls on these holidays too, as soon as it has heard of them (complaints.calendar.noted.v1).',
  })
  @ApiOkResponse({ type: WorkingYear })
  @ApiBadRequestResponse({ description: 'validation-failed; day-of-another-year, day-both-ways for single days.' })
  note(@Param('year', ParseIntPipe) year: number, @Body() body: NewWorkingYear): Promise<WorkingYear> {
    return this.calendar.note(plausible(year), body);
  }
}

function plausible(year: number): number {
  if (year < 2000 || year > 2100) throw new BadRequestException();
  return year;
}
