import { etagOf } from '#platform';
import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiPreconditionFailedResponse, ApiPreconditionRequiredResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** Of an answer that carries a version. */
export const ETAG = { ETag: { description: 'Version, for If-Match.', schema: { type: 'string' } } } as const;

/** The route changes what the caller read before. */
export const NeedsIfMatch = () =>
  applyDecorators(
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } }),
    ApiPreconditionFailedResponse({ description: 'version-mismatch: it changed since you read it.' }),
    ApiPreconditionRequiredResponse({ description: 'if-match-required: If-Match is missing.' }),
  );

export function tagged<T extends { version: number }>(thing: T, reply: FastifyReply): T {
  void reply.header('etag', etagOf(thing.version));
  return thing;
}
