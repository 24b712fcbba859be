import { isStream, Metrics, statusClass } from '#platform';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceName } from './routes.js';

/** How the services answer, seen from the gateway: also what they never get to count, such as being away. */
@Injectable()
export class UpstreamMetrics {
  private readonly durations;
  private readonly asked = new WeakMap<FastifyRequest, number>();

  constructor(metrics: Metrics) {
    this.durations = metrics.histogram(
      'hospital_gateway_upstream_duration_seconds',
      'Requests passed on to a service, by the class of the status the caller got.',
      ['service', 'status'],
    );
  }

  /** Requests that were refused before the service heard of them do not count. */
  measure(scope: FastifyInstance, service: ServiceName): void {
    scope.addHook('preHandler', (request, _reply, done) => {
      this.asked.set(request, performance.now());
      done();
    });
    scope.addHook('onResponse', (request, reply, done) => {
      const begun = this.asked.get(request);
      const labels = { service, status: statusClass(reply.statusCode) };
      if (begun !== undefined && !isStream(reply)) this.durations.observe(labels, (performance.now() - begun) / 1000);
      done();
    });
  }
}
