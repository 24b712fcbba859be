import { languageOf, NotPersonal, Requires } from '#platform';
import { Controller, Get, Header, Headers, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { csvOfResults } from './results-csv.js';
import { ResultsQuery, SurveyResults } from './results.dto.js';
import { ResultsService } from './results.service.js';

const FILE = { type: 'string' as const, format: 'binary' };

@ApiTags('follow-up surveys')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@NotPersonal()
@Controller('follow-up/surveys/results')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get()
  @Requires('follow-up.statistics.read')
  @ApiOperation({
    summary: 'Read what a questionnaire brought in a period',
    description:
      'FU-10: number, mean and distribution a question, NPS, in all and by department, member of staff or channel. ' +
      'Needs the right follow-up.statistics.read. The channel matters: by telephone people score otherwise.',
  })
  @ApiOkResponse({ type: SurveyResults })
  @ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
  read(@Query() query: ResultsQuery): Promise<SurveyResults> {
    return this.results.read(query);
  }

  @Get('file')
  @Header('cache-control', 'private, no-store')
  @Requires('follow-up.statistics.read')
  @ApiOperation({
    summary: 'Download what a questionnaire brought in a period',
    description:
      'FU-10: CSV that Excel opens, a line a group and question; Chinese titles, English ones for Accept-Language: en. ' +
      'Needs the right follow-up.statistics.read.',
  })
  @ApiOkResponse({ description: 'As the results.', content: { 'text/csv': { schema: FILE } } })
  @ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
  async file(@Query() query: ResultsQuery, @Headers('accept-language') wanted?: string): Promise<StreamableFile> {
    const text = csvOfResults(await this.results.read(query), languageOf(wanted));
    return new StreamableFile(Buffer.from(text), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="survey-results-${query.from}-${query.to}.csv"`,
    });
  }
}
