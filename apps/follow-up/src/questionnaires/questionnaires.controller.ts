import { Audited, etagOf, expectedVersion, Lists, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { QuestionnaireEditor } from './questionnaire-editor.js';
import {
  ChangeDraft,
  NewDraft,
  QuestionnairePage,
  QuestionnairesQuery,
  QuestionnaireVersionParams,
  QuestionnaireView,
} from './questionnaires.dto.js';
import { QUESTIONNAIRES } from './questionnaires.list.js';

const ETAG = { ETag: { description: 'Its revision, for If-Match.', schema: { type: 'string' } } } as const;
const IF_MATCH = { name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } };
const NONE = { description: 'There is no such version.' };
const CHANGED = { description: 'It changed since you read it.' };
const UNSAID = { description: 'If-Match is missing.' };
const FAULTS = { description: 'validation-failed; `field` of each entry is a JSON pointer (RFC 6901) into the body.' };

@ApiTags('follow-up questionnaires')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@ApiBadRequestResponse(FAULTS)
@Audited('questionnaire', { params: ['code', 'version'], answer: ['code'] })
@Controller('follow-up/questionnaires')
export class QuestionnairesController {
  constructor(private readonly editor: QuestionnaireEditor) {}

  @Get()
  @NotPersonal()
  @ApiOperation({
    summary: 'List questionnaires',
    description: 'FU-8. Every version, by code, the newest first; for everybody who is signed in.',
  })
  @Lists(QUESTIONNAIRES)
  @ApiOkResponse({ type: QuestionnairePage })
  list(@Query() query: QuestionnairesQuery): Promise<QuestionnairePage> {
    return this.editor.list(query);
  }

  @Get(':code/versions/:version')
  @NotPersonal()
  @ApiOperation({
    summary: 'Read one version of a questionnaire',
    description: 'FU-8. In the shape of FHIR R4’s Questionnaire; for everybody who is signed in.',
  })
  @ApiOkResponse({ type: QuestionnaireView, headers: ETAG })
  @ApiNotFoundResponse(NONE)
  async read(
    @Param() which: QuestionnaireVersionParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionnaireView> {
    return tagged(await this.editor.read(which), reply);
  }

  @Post()
  @Requires('follow-up.questionnaires.manage')
  @ApiOperation({
    summary: 'Draft a questionnaire, or the next version of one',
    description: 'FU-8. Nobody is asked it yet.',
  })
  @ApiCreatedResponse({ type: QuestionnaireView, headers: ETAG })
  @ApiConflictResponse({ description: 'draft-exists: change that one.' })
  async draft(@Body() body: NewDraft, @Res({ passthrough: true }) reply: FastifyReply): Promise<QuestionnaireView> {
    return tagged(await this.editor.draft(body), reply);
  }

  @Put(':code/versions/:version')
  @Requires('follow-up.questionnaires.manage')
  @ApiOperation({ summary: 'Change a draft', description: 'FU-8. A published or retired version never changes.' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: QuestionnaireView, headers: ETAG })
  @ApiNotFoundResponse(NONE)
  @ApiConflictResponse({ description: 'questionnaire-status, with its `questionnaireStatus`: it is no draft.' })
  @ApiPreconditionFailedResponse(CHANGED)
  @ApiPreconditionRequiredResponse(UNSAID)
  async change(
    @Param() which: QuestionnaireVersionParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionnaireView> {
    return tagged(await this.editor.change(which, expectedVersion(ifMatch), body.definition), reply);
  }

  @Post(':code/versions/:version/publish')
  @HttpCode(200)
  @Requires('follow-up.questionnaires.manage')
  @ApiOperation({
    summary: 'Publish a draft',
    description: 'FU-8. It is asked from now on and never changes again; the version before it is retired.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: QuestionnaireView, headers: ETAG })
  @ApiNotFoundResponse(NONE)
  @ApiConflictResponse({ description: 'questionnaire-status, with its `questionnaireStatus`: it is no draft.' })
  @ApiPreconditionFailedResponse(CHANGED)
  @ApiPreconditionRequiredResponse(UNSAID)
  async publish(
    @Param() which: QuestionnaireVersionParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionnaireView> {
    return tagged(await this.editor.publish(which, expectedVersion(ifMatch)), reply);
  }

  @Post(':code/versions/:version/retire')
  @HttpCode(200)
  @Requires('follow-up.questionnaires.manage')
  @ApiOperation({
    summary: 'Retire a questionnaire',
    description: 'FU-8. It is asked of nobody new; tasks and letters that asked it are still answered by it.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: QuestionnaireView, headers: ETAG })
  @ApiNotFoundResponse(NONE)
  @ApiConflictResponse({
    description:
      'questionnaire-status, with its `questionnaireStatus`: it is not published; questionnaire-needed: the pain score is always asked.',
  })
  @ApiPreconditionFailedResponse(CHANGED)
  @ApiPreconditionRequiredResponse(UNSAID)
  async retire(
    @Param() which: QuestionnaireVersionParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuestionnaireView> {
    return tagged(await this.editor.retire(which, expectedVersion(ifMatch)), reply);
  }
}

function tagged(view: QuestionnaireView, reply: FastifyReply): QuestionnaireView {
  void reply.header('etag', etagOf(view.revision));
  return view;
}
