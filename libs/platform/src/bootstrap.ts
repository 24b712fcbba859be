import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { installAudit } from './audit/audit-hook.js';
import { ConfigurationError } from './config/load-config.js';
import { ServiceConfig } from './config/service-config.js';
import { continueTrace, runInContext } from './context/request-context.js';
import { measureRequests } from './metrics/http-metrics.js';
import { Metrics } from './metrics/metrics.js';
import { faultText } from './logging/fault-text.js';
import { loggableError, maskLine } from './logging/loggable.js';
import { traceRequests } from './tracing/http-spans.js';
import { limitBodyTime } from './http/body-time.js';
import { lingerAfterRefusal } from './http/refused-bodies.js';
import { answerClientError } from './http/raw-answers.js';
import { installRequestRules } from './http/request-rules.js';
import { fromFastify } from './problems/fastify-problems.js';
import { sendProblem } from './problems/problem-body.js';
import { Problem } from './problems/problem.js';

/** Room for any JSON body of the API; uploads get a limit of their own at their route. */
const BODY_LIMIT_BYTES = 1_048_576;
/** Who takes longer holds a connection for nothing: 408. */
const HEADERS_TIMEOUT_MS = 10_000;
const BODY_TIMEOUT_MS = 60_000;
/** The largest file over the slowest line that still makes sense. */
const UPLOAD_TIMEOUT_MS = 3_600_000;
const UNREADABLE_URL = Problem.badRequest('unreadable-url');
/** IPv4 or IPv6, perhaps with a zone. The gateway sets it; from elsewhere it does not come through. */
const ADDRESS = /^[\da-fA-F:.]{2,45}(?:%[\w.-]{1,32})?$/;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** Something that joins the application before it listens, for instance the event bus. */
export type Attachment = (app: NestFastifyApplication) => void | Promise<void>;

/** The Fastify adapter every service runs on. */
export function fastifyAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    requestTimeout: UPLOAD_TIMEOUT_MS,
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
      // Ours says it as a problem.
      requireHostHeader: false,
    },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    clientErrorHandler: answerClientError,
    // A URL that cannot be decoded fails before any hook or filter of ours.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      beginContext(request, reply, () => sendProblem(reply, fromFastify(error as object) ?? UNREADABLE_URL)),
  });
}

/** Gives every request its context: request id, trace and, once the guard knows it, the actor. */
export function installContext(app: NestFastifyApplication): void {
  app.getHttpAdapter().getInstance().addHook('onRequest', beginContext);
}

function beginContext(
  request: Pick<FastifyRequest, 'headers'>,
  reply: Pick<FastifyReply, 'header'>,
  work: () => void,
): void {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  const traceparent = request.headers['traceparent'];
  void reply.header('x-request-id', requestId);
  const trace = continueTrace(typeof traceparent === 'string' ? traceparent : undefined);
  const address = request.headers['x-client-address'];
  const clientAddress = typeof address === 'string' && ADDRESS.test(address) ? { clientAddress: address } : {};
  runInContext({ requestId, traceparent: trace, ...clientAddress }, work);
}

/** A connection whose last answer goes out while we stop must not stay open for the next request: stopping waits for it. */
function closeDrainedConnections(app: NestFastifyApplication): void {
  let stopping = false;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preClose', (done) => {
      stopping = true;
      done();
    })
    .addHook('onSend', (_request, reply, _payload, done) => {
      if (stopping) void reply.header('connection', 'close');
      done();
    });
}

/** Builds a service from its module without listening, for main, tests and the document generator. */
export async function createService(
  module: Type | DynamicModule,
  ...attachments: Attachment[]
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, fastifyAdapter(), {
    bufferLogs: true,
    abortOnError: false,
    bodyParser: false,
  });
  // Beyond a number of them Node drops headers silently: the size is limited instead.
  app.getHttpServer().maxHeadersCount = 0;
  app.useLogger(app.get(Logger));
  // By exit, not by the signal: the last lines of the log are written then.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  closeDrainedConnections(app);
  installContext(app);
  traceRequests(app.getHttpAdapter().getInstance());
  measureRequests(app.getHttpAdapter().getInstance(), app.get(Metrics));
  limitBodyTime(app.getHttpAdapter().getInstance(), BODY_TIMEOUT_MS);
  lingerAfterRefusal(app.getHttpAdapter().getInstance());
  installRequestRules(app.getHttpAdapter().getInstance());
  installAudit(app);
  for (const attach of attachments) await attach(app);
  return app;
}

/** Starts a service process: configuration, migrations, event bus, HTTP; stops in order when told or orphaned. */
export async function startService(module: Type | DynamicModule, ...attachments: Attachment[]): Promise<void> {
  // The launcher died without telling us: nobody would stop this process any more.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // Node would print the error with all it carries, the refused row included.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${whyItEnded(error)}\n`);
    process.exit(1);
  });
  try {
    const app = await createService(module, ...attachments);
    const config = app.get(ServiceConfig);
    // Connections first: the event transport consumes as soon as it is started.
    await app.init();
    await app.startAllMicroservices();
    await app.listen(config.port, config.host);
  } catch (error) {
    if (error instanceof ConfigurationError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${whyItEnded(error)}\n`);
    process.exitCode = 1;
    setImmediate(() => process.exit());
  }
}

function whyItEnded(error: unknown): string {
  return maskLine(JSON.stringify(error instanceof Error ? loggableError(error) : faultText(error)));
}
