import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { Metrics, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { responseHeaders } from '../proxy/forwarded-headers.rules.js';

/** Whether the caller wants a stream of events. */
export function wantsEvents(request: FastifyRequest): boolean {
  return request.method === 'GET' && /\btext\/event-stream\b/i.test(request.headers.accept ?? '');
}

/**
 * Passes event streams on, each over a connection of its own: in the pool of the ordinary calls they would take every
 * place and keep it. A person and this process have so many and no more.
 */
@Injectable()
export class StreamProxy {
  private readonly perUser = new Map<string, number>();
  private total = 0;

  constructor(
    private readonly config: GatewayConfig,
    metrics: Metrics,
  ) {
    metrics.reading('hospital_gateway_streams', 'Event streams that are passed on.', [], () => [{ value: this.total }]);
  }

  /** @throws Problem 429 beyond a person's streams, 503 beyond the process's; else what reaching the service threw. */
  async pass(target: string, headers: OutgoingHttpHeaders, user: string, reply: FastifyReply): Promise<FastifyReply> {
    this.take(user, reply);
    const answer = await this.ask(target, headers, reply);
    void reply.code(answer.statusCode ?? 502).headers(responseHeaders(answer.headers));
    return reply.send(answer);
  }

  private take(user: string, reply: FastifyReply): void {
    // Who hung up meanwhile will not do so again: nobody would give the place back.
    if (reply.raw.destroyed || reply.raw.socket?.destroyed) throw Problem.badRequest('body-incomplete');
    const mine = this.perUser.get(user) ?? 0;
    const retry = { headers: { 'retry-after': '5' } };
    if (mine >= this.config.streamsPerUser) throw new Problem(429, 'too-many-streams', { most: mine }, retry);
    if (this.total >= this.config.streamsTotal) throw new Problem(503, 'streams-exhausted', {}, retry);
    this.perUser.set(user, mine + 1);
    this.total += 1;
    reply.raw.once('close', () => this.release(user));
  }

  private release(user: string): void {
    const left = (this.perUser.get(user) ?? 1) - 1;
    if (left === 0) this.perUser.delete(user);
    else this.perUser.set(user, left);
    this.total -= 1;
  }

  /** A service that is silent for the time every service has is given up; beats keep a stream open. */
  private ask(target: string, headers: OutgoingHttpHeaders, reply: FastifyReply): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const send = target.startsWith('https:') ? https.request : http.request;
      const asked = send(target, { headers, agent: false }, (answer) => {
        answer.once('error', () => asked.destroy());
        if (reply.raw.destroyed) asked.destroy();
        resolve(answer);
      });
      asked.once('error', reject);
      giveUpWhenSilent(asked, this.config.upstreamTimeoutMs);
      reply.raw.once('close', () => asked.destroy());
      asked.end();
    });
  }
}

/**
 * Ends a stream that brought nothing for so long, be it that the service is silent or that our caller does not read on.
 * Where many streams open at once, this process finds its timers due before it reads what has come meanwhile: it reads
 * first, lest it take its own delay for the service's.
 */
function giveUpWhenSilent(asked: ClientRequest, silenceMs: number): void {
  asked.once('socket', (socket: Socket) => {
    const progress = () => `${socket.connecting} ${socket.bytesRead}`;
    socket.setTimeout(silenceMs).on('timeout', () => {
      const before = progress();
      setImmediate(() => {
        if (progress() === before) asked.destroy(new SilentError());
      });
    });
  });
}

class SilentError extends Error {
  readonly code = 'UND_ERR_HEADERS_TIMEOUT';
  override message = 'The stream fell silent';
}
