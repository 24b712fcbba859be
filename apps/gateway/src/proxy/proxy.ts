import { bearerToken, currentContext, Problem, sendProblem, TokenVerifier, toProblem } from '#platform';
import type { Readable } from 'node:stream';
import fastifyHttpProxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { requestHeaders, responseHeaders } from './forwarded-headers.rules.js';
import { isUpload, passUpload, takeBody } from './request-body.js';
import { isPlainPath } from './request-path.rules.js';
import { ROUTES, urlOf, type ProxyRoute } from './routes.js';
import { UpstreamMetrics } from './upstream-metrics.js';
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
  ) {}

  /** Not earlier: the access log has to be in place, for Fastify hands its hooks only to what is registered later. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const route of ROUTES) void fastify.register((scope) => this.open(scope, route), { prefix: route.prefix });
  }

  private async open(scope: FastifyInstance, route: ProxyRoute): Promise<void> {
    scope.setErrorHandler((error, request, reply) => this.fail(error, request, reply, route));
    scope.addHook('onRequest', async (request) => {
      if (!isPlainPath(pathOf(request))) {
        throw Problem.badRequest('path-refused');
      }
      if (route.access === 'token') await this.authenticate(request);
    });
    scope.addHook('preParsing', async (request, _reply, payload) =>
      route.uploadLimitBytes !== undefined && isUpload(request)
        ? passUpload(request, payload as Readable, route.uploadLimitBytes)
        : takeBody(request, payload as Readable, route.bodyLimitBytes),
    );
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
        rewriteRequestHeaders: (request, headers) => requestHeaders(headers, currentContext(), hasBody(request)),
        rewriteHeaders: (headers) => responseHeaders(headers),
        onError: (reply, { error }) => this.fail(error, reply.request as FastifyRequest, reply as FastifyReply, route),
        // The library would ask a service that answers 503 ten times more.
        retryDelay: () => null,
      },
    };
  }

  private async authenticate(request: FastifyRequest): Promise<void> {
    const session = await this.tokens.verify(bearerToken(request.headers.authorization));
    const context = currentContext();
    if (context) Object.assign(context, { actor: session.actor, session });
  }

  private fail(error: unknown, request: FastifyRequest, reply: FastifyReply, route: ProxyRoute): void {
    const problem = upstreamProblem(error, route.service) ?? toProblem(error, request);
    if (!problem) this.logger.error(error);
    else if (problem.status >= 500) this.logger.warn({ err: error, service: route.service }, problem.code);
    sendProblem(reply, problem ?? UNUSABLE, request.url);
  }
}

const UNUSABLE = new Problem(502, 'service-answer-unusable');

function pathOf(request: FastifyRequest): string {
  return request.raw.url?.split('?', 1)[0] ?? '';
}

function hasBody(request: { method: string }): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}
