import { Audited, NoIdempotencyKey, Problem, Public } from '#platform';
import { Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiSeeOtherResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
  ApiParam,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOfPage, sendPage } from './page-answers.js';
import { PageFilter } from './page.filter.js';
import { PatientPages, type Page } from './patient-pages.js';

const HTML = { 'text/html': { schema: { type: 'string' } } } as const;
const TOKEN = { name: 'token', description: 'Out of the message; 22 characters.', example: 'Zm9sbG93LXVwLWxpbms0Mg' };

/** The only pages of the product that a patient sees: no login, for the link itself is the permission (ADR 66). */
@ApiTags('patient pages')
@Public()
@Audited('patient', { anonymous: 'with-subject', secret: ['token'] })
@UseFilters(PageFilter)
@ApiParam(TOKEN)
@ApiQuery({ name: 'lang', required: false, enum: ['zh-CN', 'en'], description: 'Default: as the browser says.' })
@ApiProduces('text/html')
@ApiNotFoundResponse({ description: 'No such link: also for an altered one.', content: HTML })
@ApiGoneResponse({ description: 'The link has expired or is no longer needed.', content: HTML })
@Controller('f')
export class PatientPagesController {
  constructor(private readonly pages: PatientPages) {}

  @Get(':token')
  @ApiOperation({
    summary: 'Open a patient’s link',
    description: 'Public. The questions as a plain form, or thanks when they are answered. Looking changes nothing.',
  })
  @ApiOkResponse({ description: 'The page.', content: HTML })
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOfPage(request);
    this.send(reply, await this.pages.show(token, language));
  }

  @Post(':token')
  @NoIdempotencyKey('The link takes one answer: sent again it is answered with thanks.')
  @ApiOperation({
    summary: 'Answer a patient’s link',
    description: 'Public. A form as browsers send it; the link takes one answer.',
  })
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({
    schema: {
      type: 'object',
      additionalProperties: { type: 'string' },
      example: { 'a.pain': '3', seen: 'pain' },
      description: '`a.<linkId>` for each answer, `seen` for each question that was shown.',
    },
  })
  @ApiSeeOtherResponse({ description: 'Taken, or answered before: to the same page.' })
  @ApiOkResponse({ description: 'The answers lead to more questions.', content: HTML })
  @ApiUnprocessableEntityResponse({ description: 'Something has to be looked at again.', content: HTML })
  async answer(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOfPage(request);
    const page = await this.pages.answer(token, formOf(request), language);
    if (page) this.send(reply, page);
    else
      void reply
        .status(303)
        .headers({ location: `?lang=${language}`, 'cache-control': 'no-store' })
        .send('');
  }

  private send(reply: FastifyReply, { status, language, html }: Page): void {
    sendPage(reply, status, language, html);
  }
}

/** A form without fields has no body at all. @throws Problem 415 for anything but a form */
function formOf({ body, headers }: FastifyRequest): URLSearchParams {
  if (body instanceof URLSearchParams) return body;
  if (body !== undefined && body !== null) {
    throw new Problem(415, 'unsupported-media-type', { type: headers['content-type'] ?? '' });
  }
  return new URLSearchParams();
}
