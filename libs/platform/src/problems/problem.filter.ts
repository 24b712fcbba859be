import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUUID } from 'class-validator';
import { isDatabaseAway } from '../database/transact.js';
import { allowedMethods } from '../http/allowed-methods.js';
import { askedPath } from '../http/asked-path.js';
import { fromFastify, fromStatus } from './fastify-problems.js';
import { sendProblem } from './problem-body.js';
import { Problem } from './problem.js';

/** PostgreSQL refuses bytes no text can hold (NUL, half a surrogate): that is the caller's input. */
const UNSTORABLE_TEXT = new Set(['22021', '22P05']);

const OUR_FAULT = new Problem(500, 'internal-error');

function fromPostgres(error: { code?: unknown; driverError?: { code?: unknown } }): Problem | undefined {
  const code = error.driverError?.code ?? error.code;
  return typeof code === 'string' && UNSTORABLE_TEXT.has(code) ? Problem.badRequest('unstorable-text') : undefined;
}

/** Nest's own exceptions: of the router, and of its parsing pipes, which do not say which parameter they refused. */
function fromNest(error: HttpException, request: FastifyRequest | undefined): Problem | undefined {
  const status = error.getStatus();
  if (status >= 500) return undefined;
  if (request && error.message.startsWith(`Cannot ${request.method} `)) return noRoute(request);
  if (status === 400 && request && /\(uuid .*is expected\)/.test(error.message)) {
    const params = Object.entries(request.params as Record<string, string>);
    const wrong = params.filter(([, value]) => !isUUID(value));
    return Problem.invalid(wrong.map(([field]) => ({ field, code: 'is-uuid' })));
  }
  // Nest wraps Fastify's errors and keeps no more than their status.
  return fromStatus(status, request);
}

function noRoute(request: FastifyRequest): Problem {
  const { method, url } = request;
  const path = url.split('?')[0] ?? url;
  const allowed = allowedMethods(request, path);
  if (allowed.length === 0 || allowed.includes(method))
    return new Problem(404, 'route-not-found', { method, path: askedPath(request) });
  return new Problem(405, 'method-not-allowed', { method, allowed }, { headers: { allow: allowed.join(', ') } });
}

/** The problem an error is answered with, or undefined when it is our own fault. */
export function toProblem(error: unknown, request?: FastifyRequest): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromNest(error, request);
  if (typeof error !== 'object' || error === null) return undefined;
  if (isDatabaseAway(error)) return new Problem(503, 'unavailable', {}, { headers: { 'retry-after': '2' } });
  return fromPostgres(error) ?? fromFastify(error, request);
}

/** Answers every error as problem+json; unexpected ones are logged and tell the caller nothing of our insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, request);
    if (!problem) this.logger.error(error);
    sendProblem(reply, problem ?? OUR_FAULT);
  }
}
