import { ORIGINAL_PATH_HEADER, Problem } from '#platform';
import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from './gateway.config.js';
import { ClientAddresses } from './limits/client-addresses.js';
import { limitConnections } from './limits/connection-limit.js';
import { RateLimits } from './limits/rate-limits.js';
import { headerFault } from './limits/request-headers.rules.js';
import { hidesPlainText } from './proxy/request-path.rules.js';

const SELF = ["'self'"];
const NONE = ["'none'"];
/** Swagger UI brings its own inline styles; everything else it needs comes from here. */
const SWAGGER_UI = {
  defaultSrc: SELF,
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  frameAncestors: NONE,
  formAction: SELF,
};
const policyOf = (directives: Record<string, string[]>): FastifyHelmetOptions => ({
  contentSecurityPolicy: { useDefaults: false, directives },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
});
/** Answers are data: a browser that is made to show one must neither guess its type nor run anything in it. */
const DATA = policyOf({ defaultSrc: NONE, frameAncestors: NONE });
const DOCUMENTS = policyOf(SWAGGER_UI);

/** Nobody knows where the next request of such a connection begins. */
const CLOSE = { headers: { connection: 'close' } };
const AMBIGUOUS = new Problem(400, 'headers-ambiguous', {}, CLOSE);
const TOO_MANY = new Problem(431, 'headers-too-many', {}, CLOSE);

/** What holds for every request, whoever answers it: security headers, headers read in one way, limits by address. */
export function installDoor(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const limits = app.get(RateLimits);
  void fastify.register(fastifyHelmet, { global: false });
  limits.install(fastify);
  limitConnections(fastify.server, app.get(GatewayConfig).connectionsPerAddress, app.get(ClientAddresses));
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.helmet(/^\/docs(\/|$|\?)/.test(request.url) ? DOCUMENTS : DATA);
    requireClearHeaders(request);
    // Ours to say, and nobody says it to us.
    delete request.headers[ORIGINAL_PATH_HEADER];
    // What the limits go by must be what the router goes by.
    if (hidesPlainText(request.url.split('?', 1)[0] ?? '')) throw Problem.badRequest('path-refused');
    await limitByAddress(limits, request, reply);
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control') && !OPEN_TO_ALL.has(firstOf(request))) void reply.header(...NOT_KEPT);
    done();
  });
}

function requireClearHeaders(request: FastifyRequest): void {
  const fault = headerFault(request.raw.rawHeaders);
  if (fault === 'too-many') throw TOO_MANY;
  if (fault === 'ambiguous') throw AMBIGUOUS;
}

/** Signed-in callers are counted by who they are, after their token; health checks by nobody. */
async function limitByAddress(limits: RateLimits, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const first = firstOf(request);
  if (first === 'auth') await limits.byAddress('login', request, reply);
  // What anybody may send without a token becomes work for people.
  else if (first === 'public') await limits.byAddress('form', request, reply);
  else if (PUBLIC.has(first)) await limits.byAddress('public', request, reply);
}

function firstOf(request: FastifyRequest): string {
  return request.url.split(/[/?]/, 2)[1] ?? '';
}

/** What describes the product and nobody. */
const OPEN_TO_ALL = new Set(['', 'docs', 'openapi.json', 'asyncapi', 'asyncapi.json']);
const PUBLIC = new Set([...OPEN_TO_ALL, '.well-known', 'files', 'f']);
/** Of an answer that says nothing else: a browser on a ward’s shared machine writes no patient to its disk. */
const NOT_KEPT = ['cache-control', 'no-store'] as const;
