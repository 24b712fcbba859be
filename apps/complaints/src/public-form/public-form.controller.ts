import { Audited, NoIdempotencyKey, Public } from '#platform';
import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicAnswer, PublicComplaint, PublicQuestion, PublicReceipt } from './public-form.dto.js';
import { PublicForms } from './public-forms.service.js';

/** The form on the hospital’s website. No login: the gateway counts by address. */
@ApiTags('public form')
@Public()
@Audited('ticket', { anonymous: 'with-subject' })
@ApiTooManyRequestsResponse({ description: 'too-many-requests: RATE_LIMIT_FORM a minute from one address.' })
@ApiBadRequestResponse({ description: 'validation-failed' })
@Controller('public/complaints')
export class PublicFormController {
  constructor(private readonly forms: PublicForms) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Complain, suggest, praise or ask without a login',
    description:
      'Public (CP-1). Becomes a ticket at once; the answer has its number and a code to ask how it stands. With an ' +
      'Idempotency-Key of 16 characters or more, a form that is sent again is answered as the first time.',
  })
  @ApiCreatedResponse({ type: PublicReceipt })
  @ApiUnprocessableEntityResponse({ description: 'idempotency-key-reused: for another form.' })
  send(@Body() form: PublicComplaint, @Req() { headers }: FastifyRequest): Promise<PublicReceipt> {
    return this.forms.take(form, headers['idempotency-key']?.toString());
  }

  @Post('state')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NoIdempotencyKey('It is a question: it changes nothing, and its body holds the code.')
  @ApiOperation({
    summary: 'Ask how a complaint stands, by its number and code',
    description: 'Public (CP-1). A merged one is told as the one it goes on in.',
  })
  @ApiOkResponse({ type: PublicAnswer })
  @ApiNotFoundResponse({ description: 'not-found: no such number, or not with this code.' })
  stateOf(@Body() { number, checkCode }: PublicQuestion): Promise<PublicAnswer> {
    return this.forms.stateOf(number, checkCode);
  }
}
