import { Build, Clock, currentContext, Problem, Rights } from '#platform';
import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../gateway.config.js';
import { SERVICES, urlOf, type ServiceName } from '../proxy/routes.js';
import type { HospitalOverview, ServiceEntry } from './operations.dto.js';
import { askOverview } from './service-question.js';

const RIGHT = 'ops.read';

/** Asks every service how it is, with the token of whoever wants to know. */
@Injectable()
export class OperationsOverview {
  constructor(
    private readonly config: GatewayConfig,
    private readonly build: Build,
    private readonly rights: Rights,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 when the services do not let the caller look. */
  async read(authorization: string): Promise<HospitalOverview> {
    const services = await Promise.all(SERVICES.map((service) => this.ask(service, authorization)));
    if (!this.mayLook(services)) throw new Problem(403, 'right-required', { right: RIGHT }, { right: RIGHT });
    const { version, commit, startedAt } = this.build;
    return {
      at: this.clock.now().toISOString(),
      gateway: { version, commit, startedAt: startedAt.toISOString() },
      services,
    };
  }

  /**
   * The services know what the hospital decided about rights; the gateway, without a database, has the defaults only,
   * which count while nobody else can say.
   */
  private mayLook(services: ServiceEntry[]): boolean {
    if (services.some(({ overview }) => overview !== null)) return true;
    if (services.some(({ status }) => status === 'refused')) return false;
    return this.rights.allows({ roles: currentContext()?.actor?.roles ?? [] }, RIGHT);
  }

  private async ask(service: ServiceName, authorization: string): Promise<ServiceEntry> {
    const context = currentContext();
    const headers = {
      authorization,
      ...(context && { 'x-request-id': context.requestId, traceparent: context.traceparent }),
    };
    const begun = performance.now();
    const answer = await askOverview(urlOf(service, this.config), headers);
    return { service, ...answer, tookMs: Math.round(performance.now() - begun) };
  }
}
