import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

interface FastifyError {
  statusCode?: unknown;
  code?: unknown;
}

/** What Fastify refuses before a handler of ours is asked. */
export function fromFastify(error: FastifyError, request?: FastifyRequest): Problem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return Problem.badRequest('body-empty');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return Problem.badRequest('body-length-mismatch');
    case 'FST_ERR_BAD_URL':
      return Problem.badRequest('unreadable-url');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem(414, 'path-too-long');
    default:
      return isRefusal(error.statusCode) ? fromStatus(error.statusCode, request) : undefined;
  }
}

/** A refusal of which only the status is known. */
export function fromStatus(status: number, request?: FastifyRequest): Problem {
  if (status === 413) return new Problem(413, 'body-too-large', { limit: request?.routeOptions.bodyLimit ?? '' });
  if (status === 415) {
    return new Problem(415, 'unsupported-media-type', { type: request?.headers['content-type'] ?? '' });
  }
  return new Problem(status, 'request-refused');
}

function isRefusal(status: unknown): status is number {
  return typeof status === 'number' && status >= 400 && status < 500;
}
