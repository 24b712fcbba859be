import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from './metrics.js';

/** `2xx`, `4xx` … */
export function statusClass(status: number): string {
  return `${Math.floor(status / 100)}xx`;
}

/** The template of a route; what matches none is one label, however many paths are tried. */
export function routeOf(request: Pick<FastifyRequest, 'is404' | 'routeOptions'>): string {
  return request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
}

/** An event stream lasts as long as its reader likes: that is no response time. */
export function isStream(reply: Pick<FastifyReply, 'getHeader'>): boolean {
  return String(reply.getHeader('content-type')).startsWith('text/event-stream');
}

/** Rate, errors and duration of each route, measured where every request passes, guards and failures included. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const durations = metrics.histogram(
    'hospital_http_request_duration_seconds',
    'Requests by route template, method and class of status; its _count is their number.',
    ['method', 'route', 'status'],
  );
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: routeOf(request), status: statusClass(reply.statusCode) };
    if (!isStream(reply)) durations.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}
