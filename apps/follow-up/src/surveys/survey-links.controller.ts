import { Audited, NoIdempotencyKey, Requires } from '#platform';
import { Body, Controller, Header, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { NewSurveyLink, SurveyLink } from './survey-links.dto.js';
import { SurveyLinksService } from './survey-links.service.js';

@ApiTags('follow-up surveys')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Controller('follow-up/surveys/links')
export class SurveyLinksController {
  constructor(private readonly links: SurveyLinksService) {}

  @Post()
  @Audited('patient', { answer: ['patientId'] })
  @NoIdempotencyKey('The answer holds a secret; asked again it is another link to the same survey.')
  @Requires('follow-up.responses.write')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Get the link of the discharge survey, to print it on the settlement sheet 出院结算单',
    description:
      'FU-10. Needs the right follow-up.responses.write. As soon as the stay is known, before the discharge is told, too. ' +
      'Each call gives another link to the same survey; all stay good for 30 days, until one is answered, a call ' +
      'brings the answers, or the patient refuses. Answers count once a stay, by the channel settlement-sheet.',
  })
  @ApiCreatedResponse({ type: SurveyLink })
  @ApiNotFoundResponse({ description: 'There is no such stay, or it is not told yet.' })
  @ApiConflictResponse({
    description:
      'patient-deceased; patient-unwilling, with its `reason`; stay-cancelled; survey-over: answered or refused; ' +
      'survey-not-published.',
  })
  give(@Body() { encounterId }: NewSurveyLink): Promise<SurveyLink> {
    return this.links.give(encounterId);
  }
}
