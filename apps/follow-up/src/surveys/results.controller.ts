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
import { ResultsQuery, SurveyResults } from './results.dto.js';
import { ResultsService } from './results.service.js';

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
}
