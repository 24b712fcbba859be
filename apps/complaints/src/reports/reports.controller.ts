import { NotPersonal, Requires } from '#platform';
import { Controller, Get, Header, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { reportCsv } from './report-csv.js';
import { ComplaintsReport, ReportQuery } from './reports.dto.js';
import { Reports } from './reports.service.js';

@ApiTags('complaint reports')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed: no such day, an end before the beginning, over 366 days.' })
@NotPersonal()
@Controller('complaints/reports')
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  @Get()
  @Requires('complaints.manage')
  @ApiOperation({
    summary: 'Count tickets by department, colour, kind, channel or cause',
    description: 'CP-10. In time against late, and how many who complained came back. Counted now.',
  })
  @ApiOkResponse({ type: ComplaintsReport })
  read(@Query() query: ReportQuery): Promise<ComplaintsReport> {
    return this.reports.read(query);
  }

  @Get('csv')
  @Requires('complaints.manage')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="complaints.csv"')
  @ApiOperation({ summary: 'The same as a file for spreadsheets', description: 'CP-10. UTF-8; nothing is computed.' })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async csv(@Query() query: ReportQuery): Promise<string> {
    return reportCsv(await this.reports.read(query));
  }
}
