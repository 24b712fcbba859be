import type { GatewayConfig } from '../gateway.config.js';

export const SERVICES = ['staff', 'patients', 'follow-up', 'his'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** One door of the gateway. */
export interface ProxyRoute {
  /** What the caller's path begins with. */
  prefix: string;
  service: ServiceName;
  /** What the service's path begins with. */
  target: string;
  /** Whether the gateway itself asks for a valid token; the service decides about roles. */
  access: 'public' | 'token';
  bodyLimitBytes: number;
}

const MIB = 1_048_576;
const KIB = 1024;

/** Every path that leaves the gateway. A service's own limit on bodies is 1 MiB as well. */
export const ROUTES: ProxyRoute[] = [
  { prefix: '/auth', service: 'staff', target: '/auth', access: 'public', bodyLimitBytes: 16 * KIB },
  { prefix: '/.well-known', service: 'staff', target: '/.well-known', access: 'public', bodyLimitBytes: KIB },
  ...SERVICES.map((service) => door(`/${service}`, service, `/${service}`, MIB)),
  ...SERVICES.map((service) => door(`/ops/${service}`, service, '/ops', MIB)),
];

function door(prefix: string, service: ServiceName, target: string, bodyLimitBytes: number): ProxyRoute {
  return { prefix, service, target, access: 'token', bodyLimitBytes };
}

export function urlOf(service: ServiceName, config: GatewayConfig): string {
  const urls: Record<ServiceName, string> = {
    staff: config.staffUrl,
    patients: config.patientsUrl,
    'follow-up': config.followUpUrl,
    his: config.hisUrl,
  };
  return urls[service].replace(/\/$/, '');
}
