import {
  ApiConflictResponse,
  ApiHeader,
  ApiOkResponse,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
} from '@nestjs/swagger';
import { applyDecorators, HttpCode } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { etagOf } from '#platform';
import { Ticket } from './tickets.dto.js';

export const ETAG = {
  ETag: { description: 'Version of the ticket, for If-Match.', schema: { type: 'string' } },
} as const;

/** What every change of a ticket needs and answers. @param conflict further codes of 409 */
export const ChangesTicket = (conflict = '') =>
  applyDecorators(
    HttpCode(200),
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } }),
    ApiOkResponse({ type: Ticket, headers: ETAG }),
    ApiConflictResponse({
      description: `ticket-transition, with its \`ticketState\` and what is \`allowed\` from there.${conflict}`,
    }),
    ApiPreconditionFailedResponse({ description: 'It changed since you read it.' }),
    ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' }),
  );

export function tagged(ticket: Ticket, reply: FastifyReply): Ticket {
  void reply.header('etag', etagOf(ticket.version));
  return ticket;
}
