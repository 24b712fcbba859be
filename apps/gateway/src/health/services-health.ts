import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../gateway.config.js';
import { SERVICES, urlOf, type ServiceName } from '../proxy/routes.js';

const TIMEOUT_MS = 2_000;

export type ServiceState = 'ok' | 'unavailable';

/** Asks every service whether it is ready. Callers at the same time share one round of questions. */
@Injectable()
export class ServicesHealth {
  private round: Promise<Record<ServiceName, ServiceState>> | undefined;

  constructor(private readonly config: GatewayConfig) {}

  report(): Promise<Record<ServiceName, ServiceState>> {
    this.round ??= this.ask().finally(() => {
      this.round = undefined;
    });
    return this.round;
  }

  private async ask(): Promise<Record<ServiceName, ServiceState>> {
    const states = await Promise.all(
      SERVICES.map(async (service) => [service, await stateOf(`${urlOf(service, this.config)}/health/ready`)] as const),
    );
    return Object.fromEntries(states) as Record<ServiceName, ServiceState>;
  }
}

async function stateOf(url: string): Promise<ServiceState> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    await answer.body?.cancel();
    return answer.ok ? 'ok' : 'unavailable';
  } catch {
    // Refused, timed out or broke off: the state says it all, and the service's own log why.
    return 'unavailable';
  }
}
