import { Audited, Lists, Requires } from '#platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { EnteredResponses } from './entered-responses.js';
import { NewResponseBody, ResponseDetail, ResponsePage, ResponsesQuery } from './responses.dto.js';
import { RESPONSES } from './responses.list.js';

@ApiTags('follow-up responses')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse({
  description:
    'validation-failed; of answers, `field` of each entry is a JSON pointer (RFC 6901) into the body. answered-in-confidence: leave it out, it is kept.',
})
@Audited('patient', { answer: ['patientId', 'items.patientId'], query: ['patientId'] })
@Controller('follow-up/responses')
export class ResponsesController {
  constructor(private readonly responses: EnteredResponses) {}

  @Get()
  @Requires('follow-up.responses.read')
  @ApiOperation({
    summary: 'List answers to questionnaires',
    description: 'FU-8. The newest first; what was said is in each one. Corrected ones are `amended`.',
  })
  @Lists(RESPONSES)
  @ApiOkResponse({ type: ResponsePage })
  list(@Query() query: ResponsesQuery): Promise<ResponsePage> {
    return this.responses.list(query);
  }

  @Get(':id')
  @Requires('follow-up.responses.read')
  @ApiOperation({
    summary: 'Read what was answered',
    description:
      'FU-8 – FU-10. With scores and flags. Free text is masked without `personal.unmasked`; answers about gifts are withheld without `follow-up.confidential.read`.',
  })
  @ApiOkResponse({ type: ResponseDetail })
  @ApiNotFoundResponse({ description: 'There is no such response.' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<ResponseDetail> {
    return this.responses.read(id);
  }

  @Post()
  @Requires('follow-up.responses.write')
  @ApiOperation({
    summary: 'Enter answers to a questionnaire',
    description:
      'FU-8. On site, from the phone or a letter; checked against the version that was asked. With `amends` it stands in the place of an earlier response, which is kept; answers about gifts are kept in it unless you have `follow-up.confidential.read`: then it says them anew. Emits follow-up.response.recorded.v1 and, once each, what the answers set going (FU-9).',
  })
  @ApiCreatedResponse({ type: ResponseDetail })
  @ApiNotFoundResponse({ description: 'There is no such questionnaire or response to amend.' })
  @ApiConflictResponse({
    description:
      'questionnaire-not-asked: a draft, or retired and no letter. response-amended: another stands in its place already.',
  })
  enter(@Body() body: NewResponseBody): Promise<ResponseDetail> {
    return this.responses.enter(body);
  }
}
