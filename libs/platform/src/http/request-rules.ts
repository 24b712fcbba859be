import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { rememberRoutes } from './allowed-methods.js';
import { readJson } from './json-body.js';
import { rememberRequests } from './late-requests.js';
import { answerConnects, answerUnknownExpectations } from './raw-answers.js';
import { checkEncoding } from './request-encoding.js';
import { checkRequestText } from './request-text.js';

/** `application/json` and its relatives, such as `application/fhir+json`. */
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i;

/** What every request has to keep to, whatever its route; Nest's own body parsers are left out (decision 9). */
export function installRequestRules(fastify: FastifyInstance): void {
  rememberRoutes(fastify);
  rememberRequests(fastify.server);
  answerUnknownExpectations(fastify);
  answerConnects(fastify);
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, parseJson);
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(faultOf(() => checkRequest(request)));
  });
}

function parseJson(_request: unknown, body: Buffer, done: (error: Error | null, body?: unknown) => void): void {
  let value: unknown;
  const fault = faultOf(() => (value = readJson(body)));
  done(fault ?? null, value);
}

function checkRequest(request: FastifyRequest): void {
  if (request.headers.host === undefined && request.raw.httpVersion === '1.1') {
    throw Problem.badRequest('host-missing');
  }
  checkEncoding(request.headers);
  checkRequestText(request);
}

function faultOf(work: () => void): Error | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
