import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentContext } from '../context/request-context.js';
import { languageOf } from '../problems/language.js';
import type { Problem } from '../problems/problem.js';
import { problemBody } from '../problems/problem-body.js';
import { AuditUnavailableError } from './audit-unavailable.js';

/** They describe the answer that must not leave. */
const OF_THE_ANSWER = ['etag', 'location', 'content-length', 'content-disposition', 'content-encoding'];

/** No answer of an audited operation leaves before its entry is written; when it cannot be, 503 leaves instead. */
export function installAudit(app: NestFastifyApplication): void {
  const logger = new Logger('Audit');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done) => {
      const entry = currentContext()?.audit;
      if (!entry) return done(null, payload);
      const status = reply.statusCode;
      entry.conclude(status).then(
        () => done(null, payload),
        (error: unknown) => {
          logger.error({ err: error, status }, 'A call could not be entered in the audit');
          // What has failed already gives nothing away and keeps its reason.
          done(null, status >= 500 ? payload : refusal(request, reply, payload, new AuditUnavailableError(error)));
        },
      );
    });
}

type Done = (error: Error | null, payload: unknown) => void;

function refusal(request: FastifyRequest, reply: FastifyReply, payload: unknown, problem: Problem): string {
  if (payload instanceof Readable) payload.destroy();
  for (const name of OF_THE_ANSWER) reply.removeHeader(name);
  const language = languageOf(request.headers['accept-language']);
  void reply
    .code(problem.status)
    .header('content-language', language)
    .headers(problem.extras.headers ?? {})
    .type('application/problem+json; charset=utf-8');
  return JSON.stringify(problemBody(problem, request.url.split('?', 1)[0] ?? '', language));
}
