import type { FastifyInstance, FastifyRequest } from 'fastify';
import { currentContext } from '../context/request-context.js';
import { routeOf } from '../metrics/http-metrics.js';
import { openSpan, type OpenSpan } from './tracing.js';

const UNTRACED = /^\/(health|metrics)\b/;

/** A span for each request, continuing the caller's trace. Its context must be there already. */
export function traceRequests(fastify: FastifyInstance): void {
  const open = new WeakMap<FastifyRequest, OpenSpan>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const context = currentContext();
    const given = request.headers['traceparent'];
    const parent = typeof given === 'string' && context?.traceparent.startsWith(given.slice(0, 35)) ? given : null;
    const span = UNTRACED.test(request.url) ? undefined : openSpan({ name: request.method, kind: 'server', parent });
    if (span && context) {
      open.set(request, span);
      context.traceparent = span.traceparent;
    }
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    open.get(request)?.end({
      name: `${request.method} ${route}`,
      attributes: {
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': reply.statusCode,
      },
      ...(reply.statusCode >= 500 ? { error: reply.statusCode } : {}),
    });
    done();
  });
}
