import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { runInContext } from '../context/request-context.js';
import { languageOf } from '../problems/language.js';
import { problemBody } from '../problems/problem-body.js';
import { Problem } from '../problems/problem.js';
import { unlessItComes } from './late-requests.js';

interface ClientError {
  code?: string;
  /** A Buffer, whatever Fastify's types say. */
  rawPacket?: unknown;
}

/** What the HTTP parser refuses reaches no route: it is answered on the bare socket, as a problem too. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') unlessItComes(socket, () => refuse(error, socket));
  else refuse(error, socket);
}

function refuse(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const problem = problemOf(error.code);
  // The head may be known in part: good enough to find the language in.
  const head = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  const accepted = /^accept-language:[ \t]*(.*?)\r?$/im.exec(head)?.[1];
  sayBare(problem, accepted, socket);
}

/** Node hands over the bare socket of a `CONNECT`, and closes it without a word where nobody takes it. */
export function answerConnects(fastify: FastifyInstance): void {
  fastify.server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    // It is ours alone now: a caller who breaks off would end the process.
    socket.on('error', () => undefined);
    sayBare(new Problem(501, 'no-proxy'), request.headers['accept-language'], socket);
  });
}

/** Node answers an `Expect` it does not know with an empty 417. */
export function answerUnknownExpectations(fastify: FastifyInstance): void {
  fastify.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const { headers, body } = bareAnswer(new Problem(417, 'expectation-unknown'), request.headers['accept-language']);
    response.writeHead(417, headers).end(body);
  });
}

function sayBare(problem: Problem, acceptLanguage: string | undefined, socket: Duplex): void {
  const { headers, body } = bareAnswer(problem, acceptLanguage);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`, () =>
    socket.destroy(),
  );
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(408, 'request-timeout');
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(431, 'headers-too-large');
  return Problem.badRequest('http-malformed');
}

function bareAnswer(problem: Problem, acceptLanguage: string | undefined) {
  const language = languageOf(acceptLanguage);
  const requestId = randomUUID();
  const body = runInContext({ requestId, traceparent: '' }, () => JSON.stringify(problemBody(problem, '', language)));
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    vary: 'Accept-Language',
    'x-request-id': requestId,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  return { headers, body };
}
