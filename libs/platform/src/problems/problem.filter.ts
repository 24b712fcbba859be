import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentContext } from '../context/request-context.js';
import { isDatabaseAway } from '../database/transact.js';
import { Problem } from './problem.js';

/** PostgreSQL refuses bytes no text can hold (NUL, half a surrogate): that is the caller's input. */
const UNSTORABLE_TEXT = new Set(['22021', '22P05']);

function fromPostgres(error: { code?: unknown; driverError?: { code?: unknown } }): Problem | undefined {
  const code = error.driverError?.code ?? error.code;
  if (typeof code !== 'string') return undefined;
  if (UNSTORABLE_TEXT.has(code))
    return Problem.badRequest('unstorable-text', 'The text has characters that cannot be stored.');
  return undefined;
}

function fromStatus(error: { statusCode?: unknown; code?: unknown; message?: string }): Problem | undefined {
  if (typeof error.statusCode !== 'number' || error.statusCode < 400 || error.statusCode >= 500) return undefined;
  const code = typeof error.code === 'string' ? error.code.toLowerCase().replaceAll('_', '-') : 'request-refused';
  return new Problem(error.statusCode, code, error.message ?? 'The request was refused.');
}

/** The problem an error is answered with, or undefined when it is our own fault. */
export function toProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status >= 500) return undefined;
    const reason = STATUS_CODES[status] ?? 'refused';
    return new Problem(status, reason.toLowerCase().replaceAll(' ', '-'), error.message);
  }
  if (typeof error !== 'object' || error === null) return undefined;
  if (isDatabaseAway(error)) {
    return new Problem(503, 'unavailable', 'The database is not reachable.', { headers: { 'retry-after': '2' } });
  }
  return fromPostgres(error) ?? fromStatus(error);
}

/** The RFC 9457 body of a problem. */
export function problemBody(problem: Problem, instance: string): Record<string, unknown> {
  const { headers: _headers, ...members } = problem.extras;
  return {
    ...members,
    type: `urn:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    instance,
    requestId: currentContext()?.requestId,
  };
}

const OUR_FAULT = new Problem(
  500,
  'internal-error',
  'Something went wrong on our side; the request id finds it in the logs.',
);

/** Answers every error as problem+json; unexpected ones are logged and tell the caller nothing of our insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (!problem) this.logger.error(error);
    sendProblem(reply, problem ?? OUR_FAULT, request.url);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem, url: string): void {
  void reply
    .status(problem.status)
    .headers(problem.extras.headers ?? {})
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, url.split('?')[0] ?? url)));
}
