import {
  bearerToken,
  currentContext,
  Problem,
  sendProblem,
  TokenVerifier,
  toProblem,
  type TokenSession,
} from '#platform';
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import fastifyHttpProxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { ClientAddresses } from '../limits/client-addresses.js';
import { RateLimits } from '../limits/rate-limits.js';
import { requestHeaders, responseHeaders } from './forwarded-headers.rules.js';
import { isForm, passUpload, takeBody, userNameIn } from './request-body.js';
import { isPlainPath } from './request-path.rules.js';
import { ROUTES, urlOf, type ProxyRoute } from './routes.js';
import { StreamProxy, wantsEvents } from '../streams/stream-proxy.js';
import { StreamTickets } from '../streams/stream-tickets.js';
import { exchangeTicket } from '../streams/ticket-in-query.js';
import { UpstreamMetrics } from './upstream-metrics.js';
import { sendTroublePage } from './trouble-page.js';
import { upstreamProblem } from './upstream-failure.js';

const CONNECT_TIMEOUT_MS = 2_000;
const CONNECTIONS_A_SERVICE = 128;

/** Passes requests on to the services. Nest's guards, pipes and filters do not run here: these are Fastify hooks. */
@Injectable()
export class Proxy implements OnModuleInit {
  private readonly logger = new Logger(Proxy.name);

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly config: GatewayConfig,
    private readonly tokens: TokenVerifier,
    private readonly metrics: UpstreamMetrics,
    private readonly limits: RateLimits,
    private readonly addresses: ClientAddresses,
    private readonly tickets: StreamTickets,
    private readonly streams: StreamProxy,
  ) {}

  /** Not earlier: the access log has to be in place, for Fastify hands its hooks only to what is registered later. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const route of ROUTES) void fastify.register((scope) => this.open(scope, route), { prefix: route.prefix });
  }

  private async open(scope: FastifyInstance, route: ProxyRoute): Promise<void> {
    scope.setErrorHandler((error, request, reply) => this.fail(error, request, reply, route));
    scope.addHook('onRequest', async (request, reply) => {
      if (route.access === 'token') exchangeTicket(request, this.tickets);
      if (!isPlainPath(pathOf(request))) {
        throw Problem.badRequest('path-refused');
      }
      if (route.access === 'token') await this.authenticate(request, reply);
    });
    scope.addHook('preParsing', async (request, reply, payload) => {
      const upload = isForm(request) ? route.uploads.find(({ path }) => path.test(pathOf(request))) : undefined;
      return upload ? passUpload(request, payload, upload.limitBytes) : this.takeWhole(request, reply, payload, route);
    });
    scope.addHook('preHandler', async (request, reply) => {
      if (!wantsEvents(request) || route.access !== 'token') return;
      await this.passStream(request, reply, route);
      // It is over. One that was broken off has not ended for Fastify, which would ask the service for it once more.
      reply.hijack();
    });
    this.metrics.measure(scope, route.service);
    scope.removeAllContentTypeParsers();
    await scope.register(fastifyHttpProxy, this.optionsOf(route));
  }

  private optionsOf(route: ProxyRoute): FastifyHttpProxyOptions {
    const timeout = this.config.upstreamTimeoutMs;
    return {
      upstream: urlOf(route.service, this.config),
      rewritePrefix: route.target,
      disableRequestLogging: true,
      undici: {
        connections: CONNECTIONS_A_SERVICE,
        headersTimeout: timeout,
        bodyTimeout: timeout,
        // The library would accept any certificate.
        connect: { timeout: CONNECT_TIMEOUT_MS, rejectUnauthorized: true },
      },
      replyOptions: {
        rewriteRequestHeaders: (request, headers) => this.headersOf(request as FastifyRequest, headers, route),
        rewriteHeaders: (headers) => responseHeaders(headers),
        onError: (reply, { error }) => this.fail(error, reply.request as FastifyRequest, reply as FastifyReply, route),
        ...(route.pages ? { onResponse: (_request, reply, answer) => passPage(reply as FastifyReply, answer) } : {}),
        // The library would ask a service that answers 503 ten times more.
        retryDelay: () => null,
      },
    };
  }

  private async takeWhole(
    request: FastifyRequest,
    reply: FastifyReply,
    payload: Readable,
    route: ProxyRoute,
  ): Promise<Readable> {
    const body = await takeBody(request, payload, route.bodyLimitBytes);
    if (!body) return payload;
    const name = route.prefix === '/auth' ? userNameIn(body) : undefined;
    if (name !== undefined) await this.limits.count('login-name', name, request, reply);
    return Readable.from([body], { objectMode: false });
  }

  private passStream(request: FastifyRequest, reply: FastifyReply, route: ProxyRoute): Promise<FastifyReply> {
    const target = urlOf(route.service, this.config) + route.target + request.url.slice(route.prefix.length);
    const { host: _ours, connection: _one, ...headers } = this.headersOf(request, request.headers, route);
    return this.streams.pass(target, withoutUndefined(headers), currentContext()?.actor?.id ?? '', reply);
  }

  private headersOf(
    request: FastifyRequest,
    headers: IncomingHttpHeaders,
    { prefix, target }: ProxyRoute,
  ): IncomingHttpHeaders {
    const context = currentContext();
    const originalPath = prefix === target ? undefined : pathOf(request);
    const known = context && { ...context, clientAddress: this.addresses.of(request), originalPath };
    return requestHeaders(headers, known, hasBody(request));
  }

  private async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.sessionOf(request, reply);
    const context = currentContext();
    if (context) Object.assign(context, { actor: session.actor, session });
    await this.limits.count('user', session.actor.id, request, reply);
  }

  /** Who guesses tokens is soon not even told that they are wrong. */
  private async sessionOf(request: FastifyRequest, reply: FastifyReply): Promise<TokenSession> {
    try {
      return await this.tokens.verify(bearerToken(request.headers.authorization));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) await this.limits.byAddress('refused', request, reply);
      throw error;
    }
  }

  private fail(error: unknown, request: FastifyRequest, reply: FastifyReply, route: ProxyRoute): void {
    const problem = upstreamProblem(error, route.service) ?? toProblem(error, request);
    if (!problem) this.logger.error(error);
    else if (problem.status >= 500) this.logger.warn({ err: error, service: route.service }, problem.code);
    const told = problem ?? UNUSABLE;
    if (route.pages) sendTroublePage(reply, told.status, told.extras.headers);
    else sendProblem(reply, told);
  }
}

const UNUSABLE = new Problem(502, 'service-answer-unusable');

/** What the service refuses before its own pages are asked (a body in no known form), it tells as it tells programs. */
function passPage(reply: FastifyReply, answer: object): void {
  const { stream } = answer as { stream: Readable };
  if (!String(reply.getHeader('content-type')).startsWith('application/problem+json')) {
    void reply.send(stream);
    return;
  }
  // Read by nobody, and what breaks off then must not end the process.
  stream.on('error', () => undefined).resume();
  void reply.removeHeader('content-length');
  sendTroublePage(reply, reply.statusCode);
}

function pathOf(request: FastifyRequest): string {
  return request.raw.url?.split('?', 1)[0] ?? '';
}

function hasBody(request: { method: string }): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}

/** Node refuses to send what is undefined; undici passes over it. */
function withoutUndefined(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}
